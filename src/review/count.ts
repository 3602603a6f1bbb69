import type { Level, Reply } from '../types.ts';

/** A date in UTC, such as 2026-01-15. */
export type Day = string;

/** One counter: what it counts, and how often that happened. */
export interface Count {
  readonly day: Day;
  readonly channel: string;
  /** `chosen`: somebody pressed an offer, and `about` is what it led to. `up` and `down` are thumbs. */
  readonly what: 'reply' | 'up' | 'down' | 'chosen';
  readonly kind: Reply['kind'];
  /** Of an alarm; else null. */
  readonly level: Level | null;
  /** Of an alarm; else null. */
  readonly category: string | null;
  /** Id of the question, topic or gap that it was about. */
  readonly about: string | null;
  readonly times: number;
}

/** Milliseconds since 1970 -> day. */
export function dayOf(now: number): Day {
  return new Date(now).toISOString().slice(0, 10);
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The day so many days before another. */
export function daysBefore(day: Day, days: number): Day {
  return dayOf(Date.parse(day) - days * DAY_MS);
}
