import { createHmac } from 'node:crypto';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { MEMORY_MS } from '#core';
import {
  type ConversationStore,
  createLimit,
  createMemoryLimiter,
  createMemoryStore,
  type Limiter,
  type Log,
  type State,
} from '../shared/index.ts';
import { createLedger } from './ledger.ts';
import { type Line, openLine } from './line.ts';
import { sweepOften } from './sweep.ts';

/** Everything in one PostgreSQL that all replicas share. Throws `SettingsError` where the operator can mend it. */
export async function openShared(url: string, log: Log): Promise<State> {
  const line = await openLine(url, log);
  const key = keyOf(url);
  const store = createSharedStore(line, key);
  const stopSweeping = sweepOften(line, log);
  return {
    store,
    limit: createSharedLimiter(line, key),
    ledger: createLedger(line.db),
    health: () => ({ database: line.up() }),
    close: async () => {
      await stopSweeping();
      await store.close();
      await line.close();
    },
  };
}

/** What hides addresses and places in the tables: the database's password, which all replicas hold and no backup does. */
function keyOf(url: string): Buffer {
  return createHmac('sha256', 'patient-faq-bot').update(new URL(url).password).digest();
}

/**
 * While the database is known to be away, nothing is remembered, and deliveries are told apart in this process alone; that
 * a replica claims for itself too keeps it from answering twice when the database goes between two deliveries.
 */
function createSharedStore(line: Line, secret: Buffer): ConversationStore {
  const own = createMemoryStore();
  const hide = (key: string) => createHmac('sha256', secret).update(key).digest('base64url');
  return {
    get: async (key) => {
      if (!line.up()) return null;
      const query = (await line.db()).selectFrom('conversations').select('conversation').where('key', '=', hide(key));
      const row = await query.where('expire', '>', Date.now()).executeTakeFirst();
      return row === undefined ? null : JSON.parse(row.conversation);
    },
    set: async (key, conversation) => {
      if (!line.up()) return;
      const row = { conversation: JSON.stringify(conversation), expire: Date.now() + MEMORY_MS };
      await (await line.db())
        .insertInto('conversations')
        .values({ key: hide(key), ...row })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
        .execute();
    },
    claim: async (key, ttl) => {
      if (!(await own.claim(key, ttl))) return false;
      if (!line.up()) return true;
      const expire = Date.now() + ttl;
      const claimed = await (await line.db())
        .insertInto('claims')
        .values({ key: hide(key), expire })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet({ expire }).where('claims.expire', '<=', Date.now()),
        )
        .executeTakeFirst();
      return (claimed.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    close: () => own.close(),
  };
}

/** While the database is away, each replica limits by itself. */
function createSharedLimiter(line: Line, key: Buffer): Limiter {
  const alone = createMemoryLimiter();
  return (points, duration) => {
    const settings = { storeClient: line.pool, tableName: 'limits', tableCreated: true, clearExpiredByTimeout: false };
    const keyPrefix = `${points}/${duration}`;
    const together = createLimit(new RateLimiterPostgres({ ...settings, keyPrefix, points, duration }), key);
    const own = alone(points, duration);
    return (client) => (line.up() ? together(client).catch(() => own(client)) : own(client));
  };
}
