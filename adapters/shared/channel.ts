import type { Hono } from 'hono';
import type { Knowledge, Reply, Turn } from '#core';
import type { Answered, Services } from './converse.ts';
import type { Flight } from './flight.ts';
import type { Ledger } from './ledger.ts';
import type { Limiter } from './limit.ts';
import type { ConversationStore } from './store.ts';

/** A thumb up or down: never with words, never with who pressed it. */
export interface Feedback {
  readonly helpful: boolean;
  readonly kind: Reply['kind'];
  /** `aboutOf` the turn that it judges. */
  readonly about: string | null;
}

/** Is told what happens, to count it: at once, in the background, keeping nothing of who it was. It must not throw. */
export interface Watcher {
  onTurn?(channel: string, answered: Answered): void;
  onFeedback?(channel: string, feedback: Feedback): void;
}

/** What the running program gives to each of its channels. */
export interface House extends Omit<Services, 'channel' | 'onTurn'> {
  readonly store: ConversationStore;
  readonly limit: Limiter;
  readonly ledger: Ledger;
  /** Everything that `createConverse` needs, under this channel's name. */
  services(channel: string): Services;
  /** Counts answers under way, so that a stop waits for them. */
  readonly flight: Flight;
  onFeedback(channel: string, feedback: Feedback): void;
  /** A channel cannot go on, as with a revoked token: says so in one line and ends the program with status 1. */
  giveUp(line: string): void;
}

/** A channel that takes messages. */
export interface Channel {
  /** False while it reconnects. */
  ready(): boolean;
  /** No new messages; called at once when the program stops. */
  refuse(): void | Promise<void>;
  /** Called when no answer is under way any more. */
  close(): Promise<void>;
}

/** A channel with good settings, not yet started. */
export interface Plan {
  readonly name: string;
  /** Throws `SettingsError` where this channel must not speak with that knowledge. */
  accept?(knowledge: Knowledge): void;
  /** What it shows on HOST:PORT; where several do, paths are looked up in the order of the plans. */
  routes?(house: House): { readonly path: string; readonly app: Hono };
  /**
   * Resolves when it can take messages. Throws `SettingsError` where the operator can mend it, `UnreachableError` where it may
   * pass: beside other channels it is then tried again.
   */
  start?(house: House): Promise<Channel>;
  /** Printed when it can take messages; `url` is where the server on HOST:PORT is. */
  readyLine(url: string): string;
}

/** Id of the question or gap that a turn was about, for counting; null where there is none. */
export function aboutOf({ explanation: { decision } }: Turn): string | null {
  switch (decision?.kind) {
    case 'answer':
      return decision.asked[0] ?? null;
    case 'topics':
      return decision.topics[0] ?? null;
    case 'gap':
      return decision.gap;
    case 'not-in-guide':
      return decision.asked;
    default:
      return null;
  }
}
