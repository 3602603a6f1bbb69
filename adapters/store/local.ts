import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { createMemoryLimiter, createMemoryStore, type Ledger, noLedger, type State } from '../shared/index.ts';
import { createLedger } from './ledger.ts';
import type { LedgerTables } from './tables.ts';

/** The one file of a DATA_DIR. */
export function fileIn(directory: string): string {
  return join(directory, 'ledger.sqlite');
}

/** Memory in this process, and the ledger in one file, which is made when something is recorded and not before. */
export function openLocal(directory: string): State {
  const file = fileIn(directory);
  let opened: Promise<Kysely<LedgerTables>> | undefined;
  const open = () => {
    opened ??= import('./sqlite.ts')
      .then(({ openSqlite }) => openSqlite(file))
      .catch((error: unknown) => {
        opened = undefined; // the next record tries again
        throw error;
      });
    return opened;
  };
  const written = createLedger(open);
  const found = () => (opened !== undefined || existsSync(file) ? written : noLedger);
  const ledger: Ledger = {
    ...written,
    counts: (from, to) => found().counts(from, to),
    kept: (filter) => found().kept(filter),
    setState: (id, state) => found().setState(id, state),
    purge: (before) => found().purge(before),
    purgeAll: () => found().purgeAll(),
    reviews: () => found().reviews(),
  };
  const store = createMemoryStore();
  return {
    store,
    limit: createMemoryLimiter(),
    ledger,
    health: () => ({}),
    close: async () => {
      await store.close();
      await (await opened?.catch(() => undefined))?.destroy();
    },
  };
}
