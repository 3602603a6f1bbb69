/** The procedure's own name is hardly evidence for a topic. How much each kind of term says about the topic; fitted on the tuning half of bench/sets by `npm run bench -- --grid`. */
export const TERM_WEIGHT = {
  frame: 0.6,
  concept: 1,
  /** The very word that stood for a concept. */
  surface: 0.3,
  /** Words that say little by themselves. */
  light: 0.4,
  /** A word that the lexicon knows under no concept. */
  word: 0.85,
} as const;

/** Concepts that only name the procedures; which guide is meant is decided apart. "Injection" tells the joint from the treatment. */
const NAMES: Readonly<Record<string, number>> = {
  '#injection': 0.35,
  '#facet': 0.12,
  '#si-joint': 0.12,
  '#live-x-ray': 0.12,
  '#x-ray-one': 0.12,
  '#steroid': 0.2,
  '#joint': 0.12,
  '#spine': 0.12,
  '#back': 0.12,
  '#other-guide': 0,
};

/** True for a concept that names a procedure or its place. */
export function isName(term: string): boolean {
  return Object.hasOwn(NAMES, term);
}

/** Weight of a term by its kind, before its rarity. */
export function kindWeight(term: string): number {
  const name = NAMES[term];
  if (name !== undefined) return name;
  if (term.startsWith('?')) return TERM_WEIGHT.frame;
  if (term.startsWith('~')) return TERM_WEIGHT.surface;
  if (term.startsWith('.')) return TERM_WEIGHT.light;
  return /^[#!]/u.test(term) ? TERM_WEIGHT.concept : TERM_WEIGHT.word;
}
