import type { Log } from './log.ts';
import type { ConversationStore } from './store.ts';

/** Platforms repeat a delivery for minutes: Slack at once, after 1 and after 5 (docs.slack.dev/apis/events-api). */
const DELIVERY_TTL_MS = 10 * 60 * 1000;

/** True when this delivery is met for the first time. */
export type First = (delivery: string, ttl?: number) => Promise<boolean>;

/** Claims deliveries before the work is done. Where the store fails it says yes: two answers are better than none. */
export function createFirst(channel: string, store: Pick<ConversationStore, 'claim'>, log: Log): First {
  return (delivery, ttl = DELIVERY_TTL_MS) =>
    store.claim(JSON.stringify([channel, 'delivery', delivery]), ttl).catch((error: unknown) => {
      log.error('claim-failed', error, { channel });
      return true;
    });
}
