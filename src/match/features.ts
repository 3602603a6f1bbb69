import { isCommonEnglish, type Reading } from '../text/index.ts';
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
  'unknownCommon',
  'unknownRare',
  'unknownObject',
  'outside',
  'amount',
  'frameMiss',
  'helpMargin',
  'learnt',
  'learntGap',
  'contentCover',
  'contentMiss',
  'subject',
] as const;
export type Features = Readonly<Record<(typeof FEATURES)[number], number>>;

/** Words after which the subject of a question stands: "complications of gout", "good for violin playing". */
const BEFORE_OBJECT: ReadonlySet<string> = new Set([
  'of',
  'for',
  'from',
  'about',
  'to',
  'with',
  'against',
  'on',
  'in',
  'is',
  'are',
  'my',
  'a',
  'an',
  'the',
]);

/** Evidence for and against the best question; null where no question shares a term with the text. */
export function featuresOf(
  reading: Reading,
  scored: readonly Scored[],
  learnt: Float64Array,
  index: WordingIndex,
): Features | null {
  const bestOf = (kind: string) => scored.find((s) => index.entries[s.entry]?.kind === kind);
  const best = bestOf('question');
  if (best === undefined) return null;
  const topicOf = (s: Scored) => index.entries[s.entry]?.id.split('/')[0];
  const second = scored.find((s) => index.entries[s.entry]?.kind === 'question' && topicOf(s) !== topicOf(best));
  const weights = [...index.termsOf(reading)].map((term) => ({ term, weight: index.weightOf(term) }));
  const total = sum(weights.map(({ weight }) => weight));
  const share = (fits: (term: string) => boolean) =>
    sum(weights.filter(({ term }) => fits(term)).map(({ weight }) => weight)) / total;
  const held = index.units[best.unit]?.terms ?? new Set<string>();
  const unknown = reading.terms.filter((term) => isUnknown(term.id, index));
  const content = reading.terms.filter((term) => !term.id.startsWith('.') && !index.isName(term.id));
  const missed = content.filter((term) => !index.shares.get(term.id)?.has(best.entry));
  const rare = unknown.filter((term) => !isCommonEnglish(term.words));
  return {
    score: best.score,
    nearest: best.nearest,
    coversQuestion: best.coversQuestion,
    coversWording: best.coversWording,
    margin: best.score - (second?.score ?? 0),
    gapMargin: best.score - (bestOf('gap')?.score ?? 0),
    unknownCommon: capped(unknown.length - rare.length),
    unknownRare: capped(rare.length),
    unknownObject: unknown.some((term) => BEFORE_OBJECT.has(reading.tokens[term.at - 1] ?? '')) ? 1 : 0,
    outside: share((term) => term.startsWith('!') && !held.has(term)),
    amount: Math.min(1, total / 12),
    frameMiss: share((term) => term.startsWith('?') && !held.has(term)),
    helpMargin: best.score - (bestOf('help')?.score ?? 0),
    learnt: learnt[best.entry] ?? 0,
    contentCover: content.length === 0 ? best.coversQuestion : 1 - missed.length / content.length,
    contentMiss: capped(missed.length),
    subject: reading.terms.some((term) => index.isName(term.id)) ? 1 : 0,
    learntGap: sum(index.entries.map((entry, position) => (entry.kind === 'question' ? 0 : (learnt[position] ?? 0)))),
  };
}

/** Three unknown words say as much as ten. */
function capped(count: number): number {
  return Math.min(3, count) / 3;
}
