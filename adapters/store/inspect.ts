import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { SettingsError, type StateSettings } from '../shared/index.ts';
import { fileIn } from './local.ts';
import { MENDABLE } from './mendable.ts';
import { postgresSteps, sqliteSteps } from './migrations.ts';

/** Longest wait for the database, in milliseconds. */
const WAIT_MS = 5_000;
const STEPS = 'select name from kysely_migration';

/** The place where state is kept, as it is found; looking changes nothing. */
export interface Inspection {
  /** Steps of the tables that were taken; null where nothing was kept there yet. */
  readonly taken: number | null;
  /** Steps that this release will take at its start. */
  readonly missing: readonly string[];
  /** Steps that only a newer release knows. */
  readonly newer: readonly string[];
  readonly server: { readonly version: string; readonly aheadMs: number; readonly mayCreate: boolean } | null;
}

/** Settings -> what is there. Throws `SettingsError` for what the operator can mend. */
export async function inspectState({ DATA_DIR, DATABASE_URL }: StateSettings): Promise<Inspection> {
  return DATABASE_URL === undefined ? inspectFile(fileIn(DATA_DIR)) : inspectServer(DATABASE_URL);
}

function inspectFile(file: string): Inspection {
  if (!existsSync(file)) return { ...compare(null, sqliteSteps), server: null };
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      const [check] = database.prepare('pragma quick_check(1)').all();
      if (check?.quick_check !== 'ok') throw new Error('damaged');
      return { ...compare(database.prepare(STEPS).all(), sqliteSteps), server: null };
    } finally {
      database.close();
    }
  } catch {
    throw new SettingsError([`DATA_DIR: ${file} cannot be read as a database; put a backup in its place`]);
  }
}

async function inspectServer(url: string): Promise<Inspection> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: WAIT_MS, query_timeout: WAIT_MS });
  client.on('error', () => {}); // the query under way rejects as well
  try {
    await client.connect();
    const asked = Date.now();
    const { rows } = await client.query(`select current_setting('server_version') as version,
      extract(epoch from clock_timestamp()) * 1000 as now, to_regclass('kysely_migration') is not null as made,
      coalesce(has_schema_privilege(current_schema(), 'create'), false) as may_create`);
    const [{ version, now, made, may_create: mayCreate }] = rows;
    const aheadMs = Math.round(Number(now) - (asked + Date.now()) / 2);
    const steps = made ? (await client.query(STEPS)).rows : null;
    return { ...compare(steps, postgresSteps), server: { version, aheadMs, mayCreate } };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
    const advice =
      MENDABLE[code] ?? `the database does not answer (${code}); check that it runs, host, port and firewall`;
    throw new SettingsError([`DATABASE_URL: ${advice}`]);
  } finally {
    await client.end().catch(() => {});
  }
}

function compare(rows: readonly Readonly<Record<string, unknown>>[] | null, steps: object) {
  const taken = (rows ?? []).map(({ name }) => String(name));
  const known = Object.keys(steps);
  return {
    taken: rows === null ? null : taken.length,
    missing: known.filter((name) => !taken.includes(name)),
    newer: taken.filter((name) => !known.includes(name)),
  };
}
