import type { GeneratedAlways } from 'kysely';
import type { Count, KeptWords, Review } from '../shared/index.ts';

/** Rows of counters hold '' where a count holds null: a null would never meet its like in a key. */
export type CounterRow = { readonly [K in keyof Count]: NonNullable<Count[K]> | '' } & { readonly times: number };

/** What the ledger keeps, in either database. */
export interface LedgerTables {
  counters: CounterRow;
  words: KeptWords;
  reviews: Review & { readonly id: GeneratedAlways<number> };
}

/** A row that is deleted after `expire`, in milliseconds since 1970. The key is a hash. */
interface Passing {
  readonly key: string;
  readonly expire: number;
}

/** What replicas share besides. */
export interface SharedTables extends LedgerTables {
  conversations: Passing & { readonly conversation: string };
  claims: Passing;
  /** As rate-limiter-flexible wants it. */
  limits: Passing & { readonly points: number };
}

export const PASSING = ['conversations', 'claims', 'limits'] as const;
