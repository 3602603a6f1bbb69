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

/** Concepts and words that only name the procedures; which guide is meant is decided apart. "Injection" tells the joint from the treatment. */
const GUIDE_NAME_WEIGHT = 0.12;
const NAMES: Readonly<Record<string, number>> = {
  '#injection': 0.35,
  '#facet': 0.12,
  '#si-joint': 0.12,
  '#live-x-ray': 0.12,
  '#x-ray-one': 0.12,
  '#steroid': 0.7,
  '#joint': 0.12,
  '#spine': 0.12,
  '#back': 0.12,
  '#other-guide': 0,
};

/** How much a term weighs by its kind, and whether it only names a procedure or its place. */
export interface TermKinds {
  isName(term: string): boolean;
  weightOf(term: string): number;
}

/** @param guideNames terms of the guides' own names, which differ from clinic to clinic */
export function createTermKinds(guideNames: Iterable<string>): TermKinds {
  const names = new Map(Object.entries(NAMES));
  for (const term of guideNames) if (!names.has(term)) names.set(term, GUIDE_NAME_WEIGHT);
  return {
    isName: (term) => names.has(term),
    weightOf: (term) => names.get(term) ?? kindWeight(term),
  };
}

function kindWeight(term: string): number {
  if (term.startsWith('?')) return TERM_WEIGHT.frame;
  if (term.startsWith('~')) return TERM_WEIGHT.surface;
  if (term.startsWith('.')) return TERM_WEIGHT.light;
  return /^[#!]/u.test(term) ? TERM_WEIGHT.concept : TERM_WEIGHT.word;
}
