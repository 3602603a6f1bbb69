import { stemmer } from 'stemmer';

/** Length of the longest gap that "..." in a frame stands for, in words. */
const GAP = 3;

/** Word -> stem, the same for a question and for the knowledge. Words with digits stay whole. */
export function stem(word: string): string {
  return /\d/u.test(word) || word.length < 4 ? word : stemmer(word);
}

export interface Found<T> {
  readonly value: T;
  readonly length: number;
}

/** Phrases -> values, looked up at a position of a stemmed text; the longest phrase wins. */
export interface PhraseTable<T> {
  longestAt(stems: readonly string[], start: number): Found<T> | null;
}

/** @param entries phrase as stems, and what it stands for; of equal phrases the first counts */
export function createPhraseTable<T>(entries: Iterable<readonly [readonly string[], T]>): PhraseTable<T> {
  const byFirst = new Map<string, { stems: readonly string[]; value: T }[]>();
  for (const [stems, value] of entries) {
    const first = stems[0];
    if (first === undefined) continue;
    const list = byFirst.get(first) ?? [];
    if (!list.some((other) => other.stems.join(' ') === stems.join(' '))) list.push({ stems, value });
    byFirst.set(first, list);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return {
    longestAt: (text, start) => {
      const list = byFirst.get(text[start] ?? '') ?? [];
      const hit = list.find(({ stems }) => stems.every((part, index) => text[start + index] === part));
      return hit === undefined ? null : { value: hit.value, length: hit.stems.length };
    },
  };
}

/** A frame's phrase, "how long ... take", as its parts in stems. */
export type FrameParts = readonly (readonly string[])[];

/** True where the parts follow one another in the text with at most three words between two of them. */
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
