/** How much each kind of term says about the topic; fitted on the tuning half of bench/sets by `npm run bench -- --grid`. */
export const TERM_WEIGHT = {
  /** The procedure's own name is no evidence for a topic (matching study, error 1). */
  name: 0.12,
  frame: 0.6,
  concept: 1,
  /** The very word that stood for a concept. */
  surface: 0.3,
  /** Words that say little by themselves. */
  light: 0.4,
  /** A word that the lexicon knows under no concept. */
  word: 0.85,
} as const;

/** Concepts that only name the procedures; which guide is meant is decided apart. */
export const NAME_CONCEPTS: ReadonlySet<string> = new Set([
  '#injection',
  '#facet',
  '#si-joint',
  '#live-x-ray',
  '#steroid',
  '#joint',
  '#spine',
  '#back',
]);
