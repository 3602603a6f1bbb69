import type { House } from './channel.ts';
import { createFlight } from './flight.ts';
import { createMemoryStore } from './memory-store.ts';

export type HouseOptions = Pick<House, 'desk' | 'log' | 'now'> & Partial<House>;

/** What channels are given; a part that is not passed in is made here: memory in this process, thumbs in the log alone. */
export function createHouse(options: HouseOptions): House {
  const { desk, log, now, store = createMemoryStore() } = options;
  return {
    store,
    flight: createFlight(),
    services: (channel) => ({ channel, desk, store, log, now }),
    onFeedback: (channel, { kind, helpful }) => log.info('feedback', { channel, kind, code: helpful ? 'up' : 'down' }),
    giveUp: () => log.warn('gave-up'),
    ...options,
  };
}
