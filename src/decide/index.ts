export { type Chosen, decideChoice } from './choice.ts';
export { decide, type Evidence } from './decide.ts';
export { createQuickCheck, type QuickCheck } from './quick-check.ts';
export * from './thresholds.ts';
