import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type State, silentLog } from '../../../adapters/shared/index.ts';
import { openState } from '../../../adapters/store/index.ts';

/** A directory that is gone when the test is over. */
export async function emptyDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'state-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** The state that those settings give, closed when the test is over. */
export async function opened(settings: { DATA_DIR?: string; DATABASE_URL?: string }, log = silentLog): Promise<State> {
  const state = await openState({ DATA_DIR: 'unused', DATABASE_URL: undefined, ...settings }, log);
  onTestFinished(() => state.close());
  return state;
}
