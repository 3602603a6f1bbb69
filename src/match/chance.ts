import calibration from './calibration.json' with { type: 'json' };
import { FEATURES, featuresOf } from './features.ts';
import type { WordingIndex } from './index-wordings.ts';
import type { Scored } from './score.ts';

/**
 * Chance, 0 to 1, that answering the best question is right: a logistic model over the evidence.
 * Its weights come from `npm run bench -- --calibrate`, which fits them on the tuning half of bench/sets.
 */
export function chanceOf(terms: ReadonlySet<string>, scored: readonly Scored[], index: WordingIndex): number {
  const features = featuresOf(terms, scored, index);
  if (features === null) return 0;
  const weights: Readonly<Record<string, number>> = calibration.weights;
  const logit = FEATURES.reduce((total, name) => total + (weights[name] ?? 0) * features[name], calibration.bias);
  return 1 / (1 + Math.exp(-logit));
}
