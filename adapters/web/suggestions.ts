import { setImmediate } from 'node:timers/promises';
import type { Assistant, Knowledge } from '#core';
import { aboutOf, toInert } from '../shared/index.ts';
import { suggestible } from './strings.ts';

/** Wordings of one question that are suggested at most. */
const EACH = 3;
const FEWEST_WORDS = 3;
const LONGEST = 60;
/** Words that every sentence has; without them a single rare word would make a long wording look good. */
const FILLER = 2;
/** Inside a sentence: "I", "MRI", "NSAIDs", "X-ray". */
const ABBREVIATION = /(?<=\p{Ll} )(?:I|\p{Lu}{2,}s?|\p{Lu}-\p{L}+)(?![\p{L}\p{N}-])/gu;

/** One question or gap with all its wordings. */
interface Entry {
  readonly id: string;
  readonly wordings: readonly string[];
}

/**
 * What can be asked, in the knowledge's own wordings and never in what people typed: for each question and gap its few
 * best ones, most asked first. Each was put to the assistant, and leads to its own question; so none raises an alarm.
 */
export async function suggestionsOf(assistant: Assistant): Promise<string[][]> {
  const { knowledge } = assistant;
  const entries = entriesOf(knowledge).toSorted((a, b) => b.wordings.length - a.wordings.length);
  const spread = countWords(entries.map(({ wordings }) => wordings.join('\n')));
  const tidy = createTidy(entries, knowledge);
  const leadsTo = (text: string) =>
    aboutOf(assistant.reply({ input: { text }, conversation: null, now: 0, audience: 'patient', procedure: null }));
  const groups: string[][] = [];
  for (const { id, wordings } of entries) {
    const typical = countWords(wordings);
    const weigh = (word: string) =>
      ((typical.get(word) ?? 0) / wordings.length) * Math.log(entries.length / (spread.get(word) ?? 1));
    const candidates = wordings.filter(isWellFormed).map(tidy);
    const best = pickBest([...new Set(candidates)], weigh, (text) => leadsTo(text) === id);
    if (best.length > 0) groups.push(best.map(toInert));
    await setImmediate(); // some milliseconds each: people's messages come between
  }
  return groups;
}

function entriesOf({ questions, gaps }: Knowledge): Entry[] {
  return [...questions.values(), ...[...gaps].map(([id, { wordings }]) => ({ id, wordings }))];
}

function isWellFormed(wording: string): boolean {
  const words = wording.split(' ');
  return (
    words.length >= FEWEST_WORDS &&
    wording.length <= LONGEST &&
    /^[\p{L}\p{N}'’ -]+\??$/u.test(wording) &&
    suggestible.asks.test(wording) &&
    !suggestible.careless.test(wording)
  );
}

/** Greedy: the most typical first, then those that say most of what the ones before left unsaid. */
function pickBest(candidates: string[], weigh: (word: string) => number, accept: (text: string) => boolean): string[] {
  const best: string[] = [];
  const said = new Set<string>();
  const worth = (text: string) => {
    const words = wordsOf(text);
    const fresh = words.filter((word) => !said.has(word));
    return fresh.reduce((sum, word) => sum + weigh(word), 0) / (words.length + FILLER);
  };
  while (best.length < EACH && candidates.length > 0) {
    const [next = '', ...others] = candidates.toSorted((a, b) => worth(b) - worth(a));
    candidates = others;
    if (!accept(next)) continue;
    best.push(next);
    for (const word of wordsOf(next)) said.add(word);
  }
  return best;
}

/** A wording as a sentence: "is an mri needed" -> "Is an MRI needed?" */
function createTidy(entries: readonly Entry[], { facts, guides }: Knowledge) {
  const written = new Map<string, string>();
  const texts = [
    ...[...facts.values()].map(({ text }) => text),
    ...[...guides.values()].map(({ name }) => name),
    ...entries.flatMap(({ wordings }) => wordings),
  ];
  for (const [word] of texts.flatMap((text) => [...text.matchAll(ABBREVIATION)])) written.set(word.toLowerCase(), word);
  return (wording: string) => {
    const sentence = wording.replace(/\?$/u, '').replace(/[\p{L}\p{N}-]+/gu, (word) => written.get(word) ?? word);
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}?`;
  };
}

function wordsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [])];
}

/** Word -> in how many of the texts it stands. */
function countWords(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap(wordsOf)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
