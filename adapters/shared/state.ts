import { z } from 'zod';
import type { Ledger } from './ledger.ts';
import type { Limiter } from './limit.ts';
import type { Log } from './log.ts';
import type { ConversationStore } from './store.ts';

/** Where a program keeps what outlives a message. */
export const stateSettings = z.object({
  /** Directory of the SQLite file. */
  DATA_DIR: z.string().default('data'),
  /** PostgreSQL that several replicas share; then nothing is kept in files. */
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/u, error: 'expected an address such as postgres://user:password@host:5432/name' })
    .optional(),
});
export type StateSettings = z.infer<typeof stateSettings>;

/** What outlives one message. Its parts may fail at any time; answers go on without them. */
export interface State {
  readonly store: ConversationStore;
  readonly limit: Limiter;
  readonly ledger: Ledger;
  /** For /readyz and /metrics: each part by name, true where it works as far as is known. */
  health(): Readonly<Record<string, boolean>>;
  close(): Promise<void>;
}

/** Settings -> state. Resolves whether or not a database answers; throws `SettingsError` for what the operator can mend. */
export type OpenState = (settings: StateSettings, log: Log) => Promise<State>;
