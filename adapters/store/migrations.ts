import { type ColumnDataType, type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

type Migrations = Readonly<Record<string, Migration>>;

/**
 * Steps that make the tables. A released step is never changed; a new one gets the next number. Each must also succeed
 * where it was broken off half way.
 *
 * @param counted the database's type of a number that counts up by itself
 */
function ledgerSteps(counted: ColumnDataType): Migrations {
  const up = async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('counters')
      .ifNotExists()
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('what', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('level', 'text', (column) => column.notNull())
      .addColumn('category', 'text', (column) => column.notNull())
      .addColumn('about', 'text', (column) => column.notNull())
      .addColumn('times', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('counters_key', ['day', 'channel', 'what', 'kind', 'level', 'category', 'about'])
      .execute();
    await db.schema
      .createTable('words')
      .ifNotExists()
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('about', 'text')
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('reviews')
      .ifNotExists()
      .addColumn('id', counted, (column) => column.primaryKey())
      .addColumn('entry', 'text', (column) => column.notNull())
      .addColumn('by', 'text', (column) => column.notNull())
      .addColumn('on', 'text', (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .execute();
  };
  return { '001-ledger': { up } };
}

const sharedSteps: Migrations = {
  '002-shared': {
    up: async (db: Kysely<unknown>) => {
      // Unlogged: no wait for the disk, and no trace in the server's log; a crash of the server empties them.
      const passing = (table: string) =>
        db.schema
          .createTable(table)
          .modifyFront(sql`unlogged`)
          .ifNotExists()
          .addColumn('key', 'text', (column) => column.primaryKey());
      const expire = ['expire', 'bigint', (column: ColumnDefinitionBuilder) => column.notNull()] as const;
      await passing('conversations')
        .addColumn('conversation', 'text', (column) => column.notNull())
        .addColumn(...expire)
        .execute();
      await passing('claims')
        .addColumn(...expire)
        .execute();
      // rate-limiter-flexible writes by position: key, points, expire
      await passing('limits')
        .addColumn('points', 'integer', (column) => column.notNull())
        .addColumn(...expire)
        .execute();
      for (const table of ['conversations', 'claims', 'limits'])
        await db.schema.createIndex(`${table}_expire`).ifNotExists().on(table).column('expire').execute();
    },
  },
};

export const sqliteSteps: Migrations = ledgerSteps('integer');
export const postgresSteps: Migrations = { ...ledgerSteps('serial'), ...sharedSteps };

/** Takes the steps that are missing, under the database's lock. Rejects where one fails. */
export async function migrate<Tables>(db: Kysely<Tables>, steps: Migrations): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => steps } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
