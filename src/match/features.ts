import { isCommonEnglish, type Reading } from '../text/index.ts';
import { isUnknown, sum, type WordingIndex } from './index-wordings.ts';
import { objectOf } from './object.ts';
import type { Scored } from './score.ts';

/**
 * What the chance is estimated from; the names are those of calibration.json. Others were tried (likeness itself, both
 * coverages, counts of unknown words, ways of asking that do not fit) and weighed nothing beside these.
 */
export const FEATURES = ['margin', 'gapMargin', 'outside', 'amount', 'strange', 'same', 'answerable'] as const;
export type Features = Readonly<Record<(typeof FEATURES)[number], number>>;

/** Weight of evidence from which more says nothing new. */
const ENOUGH = 12;
/** Keeps the evidence of a model that is quite sure within about 6. */
const EDGE = 0.003;

/** Evidence for and against the best question; null where no question shares a term with the text. */
export function featuresOf(
  reading: Reading,
  scored: readonly Scored[],
  answerable: number,
  index: WordingIndex,
): Features | null {
  const entryOf = (one: Scored) => index.entries[one.entry];
  const best = scored.find((one) => entryOf(one)?.kind === 'question');
  if (best === undefined) return null;
  const shown = entryOf(best)?.topics ?? [];
  const second = scored.find(
    (one) => entryOf(one)?.kind === 'question' && !entryOf(one)?.topics.some((topic) => shown.includes(topic)),
  );
  const gap = scored.find((one) => entryOf(one)?.kind === 'gap');
  const held = index.units[best.unit]?.terms ?? new Set<string>();
  const terms = index.termsOf(reading);
  const weights = [...terms].map((term) => ({ term, weight: index.weightOf(term) }));
  const total = sum(weights.map(({ weight }) => weight));
  const share = (mark: string) =>
    sum(weights.filter(({ term }) => term.startsWith(mark) && !held.has(term)).map(({ weight }) => weight)) / total;
  const content = reading.terms.filter((term) => !term.id.startsWith('.') && !index.isName(term.id));
  const strange = content.filter((term) => isUnknown(term.id, index) && !isCommonEnglish(term.words));
  const subject = reading.terms.some((term) => index.isName(term.id));
  const object = subject ? undefined : objectOf(reading);
  const isForeign = object !== undefined && !object.id.startsWith('!') && !index.shares.get(object.id)?.has(best.entry);
  return {
    // How much likelier than what shows none of its topics, and than what nobody has answered.
    margin: best.score - (second?.score ?? 0),
    gapMargin: best.score - (gap?.score ?? 0),
    // Words of other matters that the nearest wording does not hold, and a thing asked about that no wording of the question
    // holds, where nothing says that it is ours: "the symptoms of gout".
    outside: share('!') + (isForeign ? index.weightOf(object.id) / total : 0),
    // How much was said at all.
    amount: Math.min(1, total / ENOUGH),
    // Share of content words that nothing knows, where no word of ours says that they belong to the story.
    strange: subject || content.length === 0 ? 0 : strange.length / content.length,
    // A wording of the best question means just this.
    same: index.means(terms, best.entry) ? 1 : 0,
    // What the topic model makes of it, as evidence that adds up.
    answerable: Math.log((answerable + EDGE) / (1 - answerable + EDGE)),
  };
}
