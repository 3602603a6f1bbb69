import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Turn } from '#core';
import { explainTurn, toInert } from '../shared/index.ts';

/** Explanations held at once; the oldest go first. At most 6 kB each. */
const MOST = 500;
/** As long as an ephemeral message can be answered to (docs.slack.dev/interactivity/handling-user-interaction). */
const KEPT_MS = 30 * 60 * 1000;
/** An explanation lists the words of the question, and those may be many. */
const LONGEST = 2_900;

/** Why answers were given: they hold words of the question, so they stay in this process, for a while, under a random name. */
export interface Reasons {
  keep(turn: Turn): string;
  find(name: string): string | undefined;
}

export function createReasons(): Reasons {
  const kept = new LRUCache<string, string>({ max: MOST, ttl: KEPT_MS });
  return {
    keep: (turn) => {
      const name = randomUUID();
      kept.set(name, toInert(explainTurn(turn)).slice(0, LONGEST).toWellFormed());
      return name;
    },
    find: (name) => kept.get(name),
  };
}
