import type { Knowledge } from '../knowledge/index.ts';
import { type Reader, type Reading, toTokens } from '../text/index.ts';
import type { Match, Matched, Screened } from '../types.ts';
import { chanceOf, EXACT_CHANCE } from './chance.ts';
import { featuresOf } from './features.ts';
import { type Entry, indexWordings, isUnknown, type WordingIndex } from './index-wordings.ts';
import { newNameWords } from './language.ts';
import { questionsIn } from './parts.ts';
import { EXACT, type Scored, scoreEntries } from './score.ts';
import weights from './topic-model.json' with { type: 'json' };
import { createTopicModel, type TopicModel, type TopicWeights } from './topic-model.ts';
import { createTermKinds } from './weights.ts';

/** Candidates that are handed on for each kind. */
const KEEP = 12;
/** Tokens that are matched: a question is short, and what a story adds beyond this says nothing more. */
const TOKEN_LIMIT = 400;

export interface Matcher {
  /** The whole message first, then each sentence that asks something where there are several. */
  match(screened: Screened): Matched[];
  /** As `match`, for one text of the knowledge's own: no screening, no sentences. */
  matchText(text: string): Matched;
}

export function createMatcher(knowledge: Knowledge, reader: Reader): Matcher {
  const index = indexWordings(entriesOf(knowledge), reader, createTermKinds(guideNames(knowledge, reader)));
  const guess = createTopicModel(weights as TopicWeights, newNameWords(knowledge));
  const matchTokens = (tokens: readonly string[]) => matchReading(reader.read(tokens), index, guess);
  return {
    match: ({ utterance }) => {
      const half = TOKEN_LIMIT / 2;
      const { tokens } = utterance;
      const whole = tokens.length > TOKEN_LIMIT ? [...tokens.slice(0, half), ...tokens.slice(-half)] : tokens;
      return [
        matchTokens(whole),
        ...questionsIn(utterance.sentences).map((part) => matchTokens(toTokens(part).slice(0, TOKEN_LIMIT))),
      ];
    },
    matchText: (text) => matchTokens(toTokens(text.toLowerCase())),
  };
}

function entriesOf(knowledge: Knowledge): Entry[] {
  const questions = [...knowledge.questions.values()].map(
    ({ id, topic, wordings, asks, answer, also }): Entry => ({
      id,
      kind: 'question',
      wordings: [...wordings, asks],
      topics: [topic, ...[...answer, ...also].map((spot) => spot.split('/')[0] ?? '')],
    }),
  );
  const gaps = [...knowledge.gaps].map(
    ([id, { wordings, asks }]): Entry => ({ id, kind: 'gap', wordings: [...wordings, asks], topics: [] }),
  );
  const help = [...knowledge.help].map(([id, { wordings }]): Entry => ({ id, kind: 'help', wordings, topics: [] }));
  return [...questions, ...gaps, ...help];
}

/** Terms of the names by which people know the guides. */
function guideNames(knowledge: Knowledge, reader: Reader): string[] {
  const { concepts } = knowledge.lexicon;
  const names = [...knowledge.guides.values()].flatMap((guide) => guide.namedBy.flat());
  return names
    .filter((name) => !Object.hasOwn(concepts, name))
    .flatMap((name) => reader.exact(name).terms.map((term) => term.id));
}

function matchReading(reading: Reading, index: WordingIndex, guess: TopicModel): Matched {
  const terms = index.termsOf(reading);
  const { answerable, topic } = guess(reading);
  const scored = scoreEntries(terms, index, topic);
  const features = featuresOf(reading, scored, answerable, index);
  const unknown = [...terms].filter((term) => isUnknown(term, index));
  const outside = outsideOf(terms, scored, index);
  const kept = (['question', 'gap', 'help'] as const).flatMap((kind) =>
    scored.filter((s) => index.entries[s.entry]?.kind === kind).slice(0, KEEP),
  );
  const matches = kept.sort((a, b) => b.score - a.score || a.entry - b.entry).map((found) => toMatch(found, index));
  const bare = isBare(terms, index);
  return {
    terms: [...terms],
    bare,
    unknown,
    outside,
    matches,
    answerable,
    features,
    chance: exactChance(scored, index) ?? chanceOf(features),
  };
}

function toMatch({ entry, score, unit }: Scored, index: WordingIndex): Match {
  const { id, kind } = index.entries[entry] ?? { id: '', kind: 'gap' };
  return { id, kind, score, wording: index.units[unit]?.wording ?? '' };
}

/** Group of an outside word that the nearest wording does not hold; a gap's wording holds it because nothing answers it. */
function outsideOf(terms: ReadonlySet<string>, scored: readonly Scored[], index: WordingIndex): string | null {
  const best = scored.find((one) => index.entries[one.entry]?.kind === 'question');
  const explained = index.units[best?.unit ?? -1]?.terms;
  const term = [...terms].find((name) => name.startsWith('!') && !explained?.has(name));
  return term === undefined ? null : (term.slice(1).split('/')[0] ?? null);
}

/** Words that may stand beside a bare name: "what about the facet one". */
const BESIDE_NAME: ReadonlySet<string> = new Set(['.one', '.what', '.about', '.other', '.same']);

/** True for a text that names a procedure and asks nothing. */
function isBare(terms: ReadonlySet<string>, index: WordingIndex): boolean {
  const rest = [...terms].filter((term) => !index.isName(term));
  return rest.length < terms.size && rest.every((term) => BESIDE_NAME.has(term));
}

/** Where the text is a wording, word for word, of one topic or gap alone, nothing is left to estimate; else null. */
function exactChance(scored: readonly Scored[], index: WordingIndex): number | null {
  const exact = scored.filter((one) => one.nearest > EXACT);
  const topics = new Set(exact.map((one) => index.entries[one.entry]?.id.split('/')[0]));
  if (topics.size !== 1) return null;
  return index.entries[exact[0]?.entry ?? -1]?.kind === 'question' ? EXACT_CHANCE : 1 - EXACT_CHANCE;
}
