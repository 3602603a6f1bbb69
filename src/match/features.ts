import { isUnknown, sum, type WordingIndex } from './index-wordings.ts';
import type { Scored } from './score.ts';

/** What the chance is estimated from; the names are those of calibration.json. */
export const FEATURES = [
  'score',
  'nearest',
  'coversQuestion',
  'coversWording',
  'margin',
  'gapMargin',
  'unknown',
  'unknownShare',
  'outside',
  'amount',
  'frameMiss',
  'helpMargin',
  'learnt',
  'learntGap',
] as const;
export type Features = Readonly<Record<(typeof FEATURES)[number], number>>;

/** Evidence for and against the best question; null where no question shares a term with the text. */
export function featuresOf(
  terms: ReadonlySet<string>,
  scored: readonly Scored[],
  index: WordingIndex,
  learnt: Float64Array,
): Features | null {
  const kindOf = (s: Scored) => index.entries[s.entry]?.kind;
  const best = scored.find((s) => kindOf(s) === 'question');
  if (best === undefined) return null;
  const topicOf = (s: Scored) => index.entries[s.entry]?.id.split('/')[0];
  const second = scored.find((s) => kindOf(s) === 'question' && topicOf(s) !== topicOf(best));
  const gap = scored.find((s) => kindOf(s) === 'gap');
  const help = scored.find((s) => kindOf(s) === 'help');
  const weights = [...terms].map((term) => [term, index.weightOf(term)] as const);
  const total = sum(weights.map(([, weight]) => weight));
  const share = (fits: (term: string) => boolean) =>
    sum(weights.filter(([term]) => fits(term)).map(([, weight]) => weight)) / total;
  const held = index.units[best.unit]?.terms ?? new Set<string>();
  return {
    score: best.score,
    nearest: best.nearest,
    coversQuestion: best.coversQuestion,
    coversWording: best.coversWording,
    margin: best.score - (second?.score ?? 0),
    gapMargin: best.score - (gap?.score ?? 0),
    unknown: Math.min(1, [...terms].filter((term) => isUnknown(term, index)).length / 4),
    unknownShare:
      [...terms].filter((term) => isUnknown(term, index)).length /
      Math.max(1, [...terms].filter((term) => /^[^?~.]/u.test(term)).length),
    outside: share((term) => term.startsWith('!') && !held.has(term)),
    amount: Math.min(1, total / 12),
    frameMiss: share((term) => term.startsWith('?') && !held.has(term)),
    helpMargin: best.score - (help?.score ?? 0),
    learnt: learnt[best.entry] ?? 0,
    learntGap: sum(index.entries.map((entry, position) => (entry.kind === 'question' ? 0 : (learnt[position] ?? 0)))),
  };
}
