import { sum, type WordingIndex } from './index-wordings.ts';

/** How strongly a candidate explains a question; all figures are shares from 0 to 1. */
export interface Scored {
  readonly entry: number;
  /** Blend of `nearest` and `overall`. */
  readonly score: number;
  /** Likeness of the nearest wording: harmonic mean of both coverages, leaning to the question's. */
  readonly nearest: number;
  /** How usual the question's terms are among the candidate's wordings. */
  readonly overall: number;
  /** Share of the question's weight that the nearest wording covers, and the reverse. */
  readonly coversQuestion: number;
  readonly coversWording: number;
  readonly unit: number;
}

/** Share of `nearest` in the blend (grid on the tuning half: flat between 0.5 and 0.65). */
const NEAREST_SHARE = 0.6;
/** A term that this share of a candidate's wordings hold counts half. */
const HALF_SHARE = 0.08;

/** Likeness from which a wording is the very same, rounding aside. */
export const EXACT = 0.9999;

/** A topic that the model takes for unlikely still keeps a little, and it never decides alone. */
const LEAST_TOPIC = 0.1;
const TOPIC_POWER = 0.15;

/**
 * Scores every entry that shares a term with the question, best first. `topicOf` gives the chance of a topic, null where
 * nothing is known about it. Time grows with the wordings that share its terms.
 */
export function scoreEntries(
  terms: ReadonlySet<string>,
  index: WordingIndex,
  topicOf: (topic: string) => number | null,
): Scored[] {
  const weights = new Map([...terms].map((term) => [term, index.weightOf(term)]));
  const total = sum(weights.values());
  if (total === 0) return [];
  const best = nearestUnits(weights, total, index);
  const scored = [...best].map(([entry, found]): Scored => {
    const overall =
      sum(
        [...weights].map(([term, weight]) => {
          const share = index.shares.get(term)?.get(entry) ?? 0;
          return weight * (share / (share + HALF_SHARE));
        }),
      ) / total;
    // A wording of the knowledge, word for word, is what it says.
    const likeness = NEAREST_SHARE * found.nearest + (1 - NEAREST_SHARE) * overall;
    const score = found.nearest > EXACT ? 1 : likeness * topicFactor(index.entries[entry]?.topics ?? [], topicOf);
    return { ...found, entry, overall, score };
  });
  return scored.sort((a, b) => b.score - a.score || a.entry - b.entry);
}

/** 1 where no topic is shown, or none that the model knows. */
function topicFactor(topics: readonly string[], topicOf: (topic: string) => number | null): number {
  const chances = topics.map(topicOf);
  if (chances.length === 0 || chances.includes(null)) return 1;
  return Math.min(1, LEAST_TOPIC + Math.max(...chances.map(Number))) ** TOPIC_POWER;
}

type Nearest = Pick<Scored, 'nearest' | 'coversQuestion' | 'coversWording' | 'unit'>;

function nearestUnits(weights: ReadonlyMap<string, number>, total: number, index: WordingIndex): Map<number, Nearest> {
  const shared = new Map<number, number>();
  for (const [term, weight] of weights) {
    for (const unit of index.postings.get(term) ?? []) shared.set(unit, (shared.get(unit) ?? 0) + weight);
  }
  const best = new Map<number, Nearest>();
  for (const [position, weight] of shared) {
    const unit = index.units[position];
    if (unit === undefined) continue;
    const coversQuestion = weight / total;
    const coversWording = unit.weight === 0 ? 0 : weight / unit.weight;
    const nearest = (1.7 * coversQuestion * coversWording) / (0.7 * coversWording + coversQuestion);
    if (nearest > (best.get(unit.entry)?.nearest ?? 0))
      best.set(unit.entry, { nearest, coversQuestion, coversWording, unit: position });
  }
  return best;
}
