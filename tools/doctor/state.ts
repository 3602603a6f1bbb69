import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { SettingsError, type StateSettings } from '../../adapters/shared/index.ts';
import { type Inspection, inspectState } from '../../adapters/store/inspect.ts';
import { about, type Finding } from './finding.ts';

export interface StateFindings {
  readonly findings: readonly Finding[];
  /** Milliseconds that the database's clock is ahead of this one; null where there is none to compare with. */
  readonly aheadMs: number | null;
}

/** Whether what must be kept can be kept there. */
export async function checkState(settings: StateSettings): Promise<StateFindings> {
  const shared = settings.DATABASE_URL !== undefined;
  const { ok, fail } = about(shared ? 'database' : 'data');
  const written = shared ? [] : [await checkWritable(settings.DATA_DIR)];
  try {
    const { server, ...tables } = await inspectState(settings);
    const rights = server && !server.mayCreate && tables.missing.length > 0;
    return {
      findings: [
        ...(server ? [ok(`PostgreSQL ${server.version} answers`)] : written),
        ...(rights ? [fail('DATABASE_URL: the user may not create tables; grant create on its schema')] : []),
        aboutTables(tables, shared),
      ],
      aheadMs: server?.aheadMs ?? null,
    };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return { findings: [...written, ...error.lines.map(fail)], aheadMs: null };
  }
}

function aboutTables({ taken, missing, newer }: Omit<Inspection, 'server'>, shared: boolean): Finding {
  const { ok, fail } = about(shared ? 'database' : 'data');
  if (newer.length > 0)
    return fail('the tables are of a newer release; install that one, or put back the backup of this one');
  if (taken === null)
    return ok(`no tables yet; they are made ${shared ? 'at the first start' : 'with the first count'}`);
  return ok(missing.length > 0 ? 'the next start brings the tables up to date' : 'the tables are up to date');
}

/** Writes as much as a small record into the directory, or the nearest one above it that is there. */
async function checkWritable(directory: string): Promise<Finding> {
  const { ok, fail } = about('data');
  let place = resolve(directory);
  while (!existsSync(place)) place = dirname(place);
  const file = join(place, `.doctor-${randomUUID()}`);
  try {
    await writeFile(file, Buffer.alloc(4096), { flag: 'wx' });
    return ok(`${directory} can be written`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
    return fail(
      `DATA_DIR: ${directory} cannot be written (${code}); give this user a directory of its own with free space`,
    );
  } finally {
    await rm(file, { force: true }).catch(() => {});
  }
}
