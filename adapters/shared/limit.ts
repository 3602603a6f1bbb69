import { createHmac, randomBytes } from 'node:crypto';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** A limit of `points` in `seconds`, shared by all replicas where they share a database. */
export type Limiter = (points: number, seconds: number) => Limit;

/** Takes one point: null where the client may go on, else the seconds to wait. Clients are kept as hashes only. */
export type Limit = (client: string) => Promise<number | null>;

/** Limits in this process; the hash's key dies with it, so that no address is kept, not even in memory. */
export function createMemoryLimiter(): Limiter {
  const key = randomBytes(32);
  return (points, duration) => createLimit(new RateLimiterMemory({ points, duration }), key);
}

/** @param key of the hash that a client is known by */
export function createLimit(limiter: RateLimiterAbstract, key: Buffer): Limit {
  return async (client) => {
    try {
      await limiter.consume(createHmac('sha256', key).update(client).digest('base64url'));
      return null;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    }
  };
}
