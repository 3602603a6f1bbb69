import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Messages that one client may send in a minute; a household or a ward shares one address. */
export const PER_MINUTE = 60;
const WINDOW_S = 60;

/** Seconds to wait, or null where the client may go on. */
export type Limit = (address: string) => Promise<number | null>;

/** Counts by a hash with a key that dies with the process, so that no address is kept, not even in memory. */
export function createLimit(perMinute = PER_MINUTE): Limit {
  const key = randomBytes(32);
  const limiter = new RateLimiterMemory({ points: perMinute, duration: WINDOW_S });
  return async (address) => {
    const client = createHmac('sha256', key).update(networkOf(address)).digest('base64url');
    try {
      await limiter.consume(client);
      return null;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    }
  };
}

/** The address that the outermost of one's own proxies saw; what a client wrote itself stands further left. */
export function clientAddress(socket: string, forwarded: string | undefined, proxies: number): string {
  if (proxies === 0) return socket;
  const seen = (forwarded ?? '').split(',').map((part) => part.trim());
  return seen.at(-proxies) || socket;
}

/** A household holds a whole /64 of IPv6. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const middle = address.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : [];
  return [...left, ...middle, ...right].slice(0, 4).join(':');
}
