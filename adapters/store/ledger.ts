import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type Count, type Ledger, mergeCounts, toInert } from '../shared/index.ts';
import type { CounterRow, LedgerTables } from './tables.ts';

/** Rows in one statement; SQLite binds at most 32,766 values. */
const MOST_ROWS = 1_000;

/** The ledger in either database. @param open gives the database, or rejects while there is none */
export function createLedger(open: () => Promise<Kysely<LedgerTables>>): Ledger {
  return {
    count: async (counts) => {
      const rows = mergeCounts(counts).map(toRow);
      const db = await open();
      await db.transaction().execute(async (transaction) => {
        for (let at = 0; at < rows.length; at += MOST_ROWS)
          await transaction
            .insertInto('counters')
            .values(rows.slice(at, at + MOST_ROWS))
            .onConflict((conflict) =>
              conflict
                .columns(['day', 'channel', 'what', 'kind', 'level', 'category', 'about'])
                .doUpdateSet(({ eb, ref }) => ({ times: eb(ref('counters.times'), '+', ref('excluded.times')) })),
            )
            .execute();
      });
    },
    counts: async (from, to) => {
      const query = (await open()).selectFrom('counters').selectAll().where('day', '>=', from).where('day', '<=', to);
      return (await query.orderBy('day').orderBy('channel').execute()).map(toCount);
    },
    keep: async (words) => {
      // PostgreSQL takes no null character, and staff need no control characters
      const row = { id: randomUUID(), state: 'new' as const, ...words, text: toInert(words.text) };
      await (await open()).insertInto('words').values(row).execute();
    },
    kept: async ({ state } = {}) => {
      const query = (await open()).selectFrom('words').selectAll().orderBy('day').orderBy('id');
      return (state === undefined ? query : query.where('state', '=', state)).execute();
    },
    setState: async (id, state) => {
      const query = (await open()).updateTable('words').set({ state }).where('id', '=', id);
      return (await query.executeTakeFirst()).numUpdatedRows > 0n;
    },
    purge: async (before) => {
      const query = (await open()).deleteFrom('words').where('day', '<', before);
      return Number((await query.executeTakeFirst()).numDeletedRows);
    },
    purgeAll: async () => {
      const db = await open();
      await db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('words').execute();
        await transaction.deleteFrom('counters').execute();
      });
    },
    record: async (review) => void (await (await open()).insertInto('reviews').values(review).execute()),
    reviews: async () =>
      (await open()).selectFrom('reviews').select(['entry', 'by', 'on', 'version']).orderBy('id').execute(),
  };
}

function toRow(count: Count): CounterRow {
  return { ...count, level: count.level ?? '', category: count.category ?? '', about: count.about ?? '' };
}

function toCount({ level, category, about, ...row }: CounterRow): Count {
  return { ...row, level: level || null, category: category || null, about: about || null } as Count;
}
