import type { Log } from '../shared/index.ts';
import type { Line } from './line.ts';
import { PASSING } from './tables.ts';

/** How often what has expired is deleted, in milliseconds, and how many rows of a table at most each time. */
const SWEEP_MS = 30_000;
const MOST_ROWS = 20_000;

/** Deletes what has expired, in the background; replicas leave each other's rows alone. Call the result to stop. */
export function sweepOften(line: Line, log: Log): () => Promise<void> {
  let sweeping: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    if (!line.up()) return;
    sweeping = sweep(line, Date.now()).catch((error: unknown) => log.error('sweep-failed', error));
  }, SWEEP_MS).unref();
  return () => {
    clearInterval(timer);
    return sweeping;
  };
}

/** Deletes the conversations, claims and limits that expired at `now` or before; at most `most` of each. */
export async function sweep({ db }: Pick<Line, 'db'>, now: number, most = MOST_ROWS): Promise<void> {
  const database = await db();
  for (const table of PASSING) {
    const expired = database.selectFrom(table).select('key').where('expire', '<=', now).limit(most);
    await database.deleteFrom(table).where('key', 'in', expired.forUpdate().skipLocked()).execute();
  }
}
