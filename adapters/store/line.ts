import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { type Log, SettingsError } from '../shared/index.ts';
import { MENDABLE } from './mendable.ts';
import { migrate, postgresSteps } from './migrations.ts';
import type { SharedTables } from './tables.ts';

/** Longest wait for a connection and for a query, in milliseconds: a person waits for both. */
const WAIT_MS = 2_000;
/** Longest wait for another replica that makes the tables, in milliseconds. */
const TABLES_MS = 60_000;
/** A connection that died in silence is given up after this many seconds. */
const LIFETIME_S = 60;
/** How often the database is asked whether it is there, in milliseconds. */
const LOOK_MS = 1_000;

/** A connection to PostgreSQL that may be lost at any time and comes back by itself. */
export interface Line {
  readonly pool: Pool;
  /** Rejects at once while the database is away. */
  db(): Promise<Kysely<SharedTables>>;
  /** Whether the database was there when it was last asked. */
  up(): boolean;
  close(): Promise<void>;
}

/** Resolves whether or not the database answers; the tables are made when it first does. Throws `SettingsError`. */
export async function openLine(url: string, log: Log): Promise<Line> {
  const pool = openPool(url, WAIT_MS, () => void lookOnce());
  const kysely = new Kysely<SharedTables>({ dialect: new PostgresDialect({ pool }) });
  let state: 'new' | 'up' | 'away' = 'new';
  let migrated = false;
  let failure: unknown;

  const ask = async () => {
    if (!migrated) await makeTables(url);
    migrated = true;
    await sql`select 1`.execute(kysely);
  };
  const look = async () => {
    try {
      await ask();
      if (state === 'away') log.info('database-back');
      state = 'up';
    } catch (error) {
      failure = error;
      if (state !== 'away') log.error('database-lost', error);
      state = 'away';
    }
  };
  let looking: Promise<void> | undefined;
  const lookOnce = () => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  };
  await lookOnce();
  const timer = setInterval(lookOnce, LOOK_MS).unref();
  const line: Line = {
    pool,
    db: async () => {
      if (state !== 'up') throw new DatabaseAway();
      return kysely;
    },
    up: () => state === 'up',
    close: async () => {
      clearInterval(timer);
      await looking;
      await kysely.destroy();
    },
  };
  const advice = MENDABLE[failure instanceof Error && 'code' in failure ? String(failure.code) : ''];
  if (advice === undefined) return line;
  await line.close();
  throw new SettingsError([`DATABASE_URL: ${advice}`]);
}

/** A connection breaks while it is idle or in use; without a listener each would end the process. */
function openPool(url: string, waitMs: number, onBroken: () => void): Pool {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: WAIT_MS,
    query_timeout: waitMs,
    maxLifetimeSeconds: LIFETIME_S,
  });
  pool.on('error', onBroken);
  pool.on('connect', (client) => client.on('error', onBroken));
  return pool;
}

/** On connections of its own, since the lock is given back with them, and others may take longer than a person can wait. */
async function makeTables(url: string): Promise<void> {
  const db = new Kysely({ dialect: new PostgresDialect({ pool: openPool(url, TABLES_MS, () => {}) }) });
  try {
    await migrate(db, postgresSteps);
  } finally {
    await db.destroy();
  }
}

/** Said instead of waiting for a database that is known to be away. */
class DatabaseAway extends Error {
  readonly code = 'database-away';
}
