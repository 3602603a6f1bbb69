import calibration from './calibration.json' with { type: 'json' };
import { FEATURES, type Features } from './features.ts';

/** A wording of the knowledge, word for word, that nothing else claims. */
export const EXACT_CHANCE = 0.97;

/**
 * Chance, 0 to 1, that answering the best question is right: a logistic model over the evidence.
 * Its weights come from `npm run bench:calibrate`, on lines of bench/sets while they were unread.
 */
export function chanceOf(features: Features | null): number {
  if (features === null) return 0;
  const weights: Readonly<Record<string, number>> = calibration.weights;
  const logit = FEATURES.reduce((total, name) => total + (weights[name] ?? 0) * features[name], calibration.bias);
  return 1 / (1 + Math.exp(-logit));
}
