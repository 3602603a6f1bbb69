import type { Count, Day } from '#core';

export { type Count, type Day, dayOf } from '#core';

/**
 * What staff look at later: counters, the redacted words of unanswered questions where the operator chose so, and reviews.
 * Nothing names a person or a time finer than the day. Every call may reject; that costs the record, never the answer.
 */
export interface Ledger {
  /** Adds `times` to each counter: all of them or none. */
  count(counts: readonly Count[]): Promise<void>;
  /** Counters of these days, both included, by day. */
  counts(from: Day, to: Day): Promise<readonly Count[]>;
  /** Keeps words, as new. They must be redacted already, and never those of an alarm. */
  keep(words: Words): Promise<void>;
  /** Kept words by day; of one state only where it is given. */
  kept(filter?: { readonly state?: WordsState }): Promise<readonly KeptWords[]>;
  /** False where there are no such words any more. */
  setState(id: string, state: WordsState): Promise<boolean>;
  /** Deletes the words of the days before this one; how many they were. */
  purge(before: Day): Promise<number>;
  /** Deletes all words and counters; reviews stay, since they are the clinic's own record. */
  purgeAll(): Promise<void>;
  record(review: Review): Promise<void>;
  /** In the order in which they were recorded. */
  reviews(): Promise<readonly Review[]>;
}

/** What somebody asked in vain, redacted. */
export interface Words {
  readonly day: Day;
  readonly channel: string;
  /** Id of the question or gap that came nearest. */
  readonly about: string | null;
  readonly text: string;
}

export const WORDS_STATES = ['new', 'pending', 'done', 'ignored'] as const;
export type WordsState = (typeof WORDS_STATES)[number];

export interface KeptWords extends Words {
  readonly id: string;
  readonly state: WordsState;
}

/** Who signed an entry of the knowledge, and which version of it. */
export interface Review {
  /** Id of the fact, caution, gap or other entry. */
  readonly entry: string;
  readonly by: string;
  readonly on: Day;
  /** Content hash of the knowledge that was reviewed. */
  readonly version: string;
}

/** The same with each counter once, in an order that is the same everywhere. */
export function mergeCounts(counts: readonly Count[]): Count[] {
  const sums = new Map<string, Count>();
  for (const count of counts) {
    const { day, channel, what, kind, level, category, about, times } = count;
    const key = JSON.stringify([day, channel, what, kind, level, category, about]);
    sums.set(key, { ...count, times: times + (sums.get(key)?.times ?? 0) });
  }
  return [...sums.keys()].sort().flatMap((key) => sums.get(key) ?? []);
}

/** Keeps nothing; for tests, and for programs that record nothing. */
export const noLedger: Ledger = {
  count: async () => {},
  counts: async () => [],
  keep: async () => {},
  kept: async () => [],
  setState: async () => false,
  purge: async () => 0,
  purgeAll: async () => {},
  record: async () => {},
  reviews: async () => [],
};
