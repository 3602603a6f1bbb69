import type { Person } from './people.ts';

/** A channel as a place where somebody says something, in order and in all the wrong ways. */
export interface Place {
  /** Says it and waits for the reply. */
  tell(message: string): Promise<void>;
  /** Everything that goes wrong around a message of this person: bad requests, faults of the platform. */
  trouble(person: Person): Promise<void>;
  /** Bodies and headers of what was refused; empty where the platform has no such thing. */
  readonly refusals: readonly string[];
  /** Addresses that the bot called or answered with. */
  urls(): readonly string[];
  /** Ids of people, places and deliveries so far. */
  ids(): readonly string[];
}

/** Far longer than any answer takes. */
export const PATIENT = { timeout: 30_000, interval: 5 };
