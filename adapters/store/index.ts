import type { OpenState } from '../shared/index.ts';
import { openLocal } from './local.ts';

/** DATABASE_URL -> everything shared through PostgreSQL; without it, memory in this process and a file in DATA_DIR. */
export const openState: OpenState = async ({ DATA_DIR, DATABASE_URL }, log) => {
  if (DATABASE_URL === undefined) return openLocal(DATA_DIR);
  const { openShared } = await import('./shared.ts');
  return openShared(DATABASE_URL, log);
};
