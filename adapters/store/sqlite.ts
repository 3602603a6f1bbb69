import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteAdapter, type SqliteDatabase, SqliteDialect, sql } from 'kysely';
import { migrate, sqliteSteps } from './migrations.ts';
import type { LedgerTables } from './tables.ts';

/** Longest wait for another process that writes, in milliseconds; nothing else runs meanwhile. */
const BUSY_MS = 1_000;

/** Opens the file, made with its directory where it is missing; nobody else on the machine may read it. */
export async function openSqlite(file: string): Promise<Kysely<LedgerTables>> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await (await open(file, 'a', 0o600)).close();
  const db = new Kysely<LedgerTables>({ dialect: new FileDialect({ database: async () => toKysely(file) }) });
  try {
    await migrate(db, sqliteSteps);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** node:sqlite as Kysely wants it. */
function toKysely(file: string): SqliteDatabase {
  const database = new DatabaseSync(file, { timeout: BUSY_MS });
  // One file, so that a copy of it is a backup; EXTRA also survives a loss of power right after a commit.
  database.exec('pragma journal_mode = delete; pragma synchronous = extra; pragma secure_delete = on');
  return {
    close: () => database.close(),
    prepare: (text) => {
      const statement = database.prepare(text);
      const bound = (values: readonly unknown[]) => values as (string | number | null)[];
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...bound(values)),
        run: (values) => statement.run(...bound(values)),
        iterate: (values) => statement.iterate(...bound(values)),
      };
    },
  };
}

class FileDialect extends SqliteDialect {
  override createAdapter() {
    return new FileAdapter();
  }
}

/** A command may open the file while the server does: only one of them takes the steps. */
class FileAdapter extends SqliteAdapter {
  override async acquireMigrationLock(db: Kysely<unknown>) {
    await sql`begin immediate`.execute(db);
  }
  override async releaseMigrationLock(db: Kysely<unknown>) {
    await sql`commit`.execute(db);
  }
}
