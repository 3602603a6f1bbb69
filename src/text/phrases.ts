import { stem } from './stem.ts';

/** Length of the longest gap that "..." in a frame stands for, in words. */
const GAP = 6;

export interface Found<T> {
  readonly value: T;
  readonly length: number;
}

/** Phrases -> values, looked up at a position of a text; the longest phrase wins, and of equal stems the very words. */
export interface PhraseTable<T> {
  longestAt(stems: readonly string[], words: readonly string[], start: number): Found<T> | null;
}

/** @param entries phrase as words, and what it stands for; of equal phrases the first counts */
export function createPhraseTable<T>(entries: Iterable<readonly [readonly string[], T]>): PhraseTable<T> {
  const phrases = [...entries]
    .filter(([words]) => words.length > 0)
    .map(([words, value]) => ({ words, stems: words.map(stem), value }));
  const byFirst = Map.groupBy(phrases, (phrase) => phrase.stems[0]);
  for (const list of byFirst.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return {
    longestAt: (stems, words, start) => {
      const list = byFirst.get(stems[start]) ?? [];
      const first = list.find((phrase) => startsAt(stems, start, phrase.stems));
      if (first === undefined) return null;
      const exact = list.find(
        (phrase) => phrase.stems.length === first.stems.length && startsAt(words, start, phrase.words),
      );
      return { value: (exact ?? first).value, length: first.stems.length };
    },
  };
}

/** A frame's phrase, "how long ... take", as its parts in stems. */
export type FrameParts = readonly (readonly string[])[];

/** True where the parts follow one another in the text with at most six words between two of them. */
export function hasFrame(text: readonly string[], start: number, parts: FrameParts): boolean {
  const [first, ...rest] = parts;
  if (first === undefined || !startsAt(text, start, first)) return false;
  if (rest.length === 0) return true;
  const from = start + first.length;
  for (let gap = 0; gap <= GAP; gap++) if (hasFrame(text, from + gap, rest)) return true;
  return false;
}

function startsAt(text: readonly string[], start: number, part: readonly string[]): boolean {
  return part.every((word, index) => text[start + index] === word);
}
