import { dayOf, daysBefore, digestOf, type Knowledge, summarise } from '#core';
import type { Ledger } from '../shared/index.ts';

/** Days of a digest: the seven before today, so that every one of them is over. */
const DAYS = 7;

/** The digest of the last seven days, from the ledger. `now` is in milliseconds since 1970. */
export async function digestText(
  ledger: Pick<Ledger, 'counts' | 'kept'>,
  knowledge: Knowledge,
  { now, keepsWords }: { readonly now: number; readonly keepsWords: boolean },
): Promise<string> {
  const today = dayOf(now);
  const [from, to] = [daysBefore(today, DAYS), daysBefore(today, 1)];
  const summary = summarise(await ledger.counts(from, to), knowledge, from, to);
  const newWords = keepsWords ? (await ledger.kept({ state: 'new' })).length : null;
  return digestOf(summary, knowledge, { from, to, newWords });
}
