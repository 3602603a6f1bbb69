import type { House, Watcher } from './channel.ts';
import { createFlight } from './flight.ts';
import { noLedger } from './ledger.ts';
import { createMemoryLimiter } from './limit.ts';
import { createMemoryStore } from './memory-store.ts';

export type HouseOptions = Pick<House, 'desk' | 'log' | 'now'> &
  Partial<House> & {
    /** Told of every turn and every thumb, one after the other. */
    readonly watchers?: readonly Watcher[];
  };

/** What channels are given; a part that is not passed in is made here: memory in this process, and nothing recorded. */
export function createHouse({ watchers = [], ...options }: HouseOptions): House {
  const { desk, log, now, store = createMemoryStore() } = options;
  return {
    store,
    limit: createMemoryLimiter(),
    ledger: noLedger,
    flight: createFlight(),
    services: (channel) => ({
      channel,
      desk,
      store,
      log,
      now,
      onTurn: (answered) => {
        for (const watcher of watchers) watcher.onTurn?.(channel, answered);
      },
    }),
    onFeedback: (channel, feedback) => {
      log.info('feedback', { channel, kind: feedback.kind, code: feedback.helpful ? 'up' : 'down' });
      for (const watcher of watchers) watcher.onFeedback?.(channel, feedback);
    },
    giveUp: () => log.warn('gave-up'),
    ...options,
  };
}
