import { LRUCache } from 'lru-cache';
import { createRedact, dayOf, daysBefore, type Knowledge, MEMORY_MS, type Redact, unansweredIn } from '#core';
import { aboutOf, type Watcher } from './channel.ts';
import type { Answered } from './converse.ts';
import type { Desk } from './desk.ts';
import type { Ledger, Words } from './ledger.ts';
import type { Log } from './log.ts';

/** What is read of a question, and what is kept of it, in characters: longer ones are stories, and stories tell who somebody is. */
const READ_LENGTH = 2_000;
const KEPT_LENGTH = 500;
/** Conversations whose last question is being held, or that had an alarm; the oldest go first. */
const MOST_CONVERSATIONS = 10_000;
/** Discord's policy forbids to keep what people write about their health, and /privacy there says that nothing is. */
const NEVER_KEPT: ReadonlySet<string> = new Set(['discord']);
/** How often old words are deleted, in milliseconds. */
const SWEEP_MS = 60 * 60 * 1_000;

export interface Keeper extends Watcher {
  /** Keeps what is still held. */
  close(): Promise<void>;
}

export interface KeeperOptions {
  readonly ledger: Pick<Ledger, 'keep' | 'purge'>;
  readonly desk: Pick<Desk, 'current'>;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** REVIEW_KEEP_TEXT is set. */
  readonly keeps: boolean;
  /** REVIEW_DAYS. */
  readonly days: number;
}

/**
 * Keeps the redacted words of unanswered questions where the operator chose so, and deletes old ones either way. Words to
 * which topics were offered are held in memory until the person's next step shows that none was chosen.
 */
export function createKeeper({ ledger, desk, log, now, keeps, days }: KeeperOptions): Keeper {
  const redact = createRedactOf();
  const report = (error: unknown) => log.error('words-not-kept', error);
  let writing: Promise<unknown> = Promise.resolve();
  const write = (work: () => Promise<unknown>) => {
    writing = writing.then(work).catch(report);
  };
  const keep = (words: Words) => write(() => ledger.keep(words));
  const sweep = () => write(() => ledger.purge(daysBefore(dayOf(now()), days - 1)));
  sweep();
  const timer = setInterval(sweep, SWEEP_MS).unref();

  const bounds = { max: MOST_CONVERSATIONS, ttl: MEMORY_MS, ttlAutopurge: true };
  const held = new LRUCache<string, Words>({
    ...bounds,
    dispose: (words, _key, reason) => {
      if (reason === 'expire' || reason === 'evict') keep(words);
    },
  });
  const alarmed = new LRUCache<string, true>(bounds);
  const settle = (key: string, isChosen: boolean) => {
    const words = held.get(key);
    held.delete(key);
    if (words !== undefined && !isChosen) keep(words);
  };

  const onTurn = (channel: string, { turn, input, before, key }: Answered) => {
    if (NEVER_KEPT.has(channel)) return;
    if (key !== null && turn.reply.kind === 'escalate') {
      held.delete(key);
      alarmed.set(key, true);
    }
    if (key !== null) settle(key, 'choice' in input && aboutOf(turn) !== null);
    if ('choice' in input || (key !== null && alarmed.has(key))) return;
    const unanswered = unansweredIn({ ...turn, before });
    if (unanswered === null) return;
    const text = redact(desk.current().knowledge)(input.text.slice(0, READ_LENGTH)).slice(0, KEPT_LENGTH);
    const words = { day: dayOf(now()), channel, about: unanswered.about, text };
    if (unanswered.kind === 'not-understood') keep(words);
    else if (key !== null) held.set(key, words);
  };
  return {
    ...(keeps ? { onTurn } : {}),
    close: async () => {
      clearInterval(timer);
      for (const words of held.values()) keep(words);
      held.clear();
      alarmed.clear();
      await writing;
    },
  };
}

/** One redactor for each knowledge, made when it is first needed. */
function createRedactOf(): (knowledge: Knowledge) => Redact {
  const made = new WeakMap<Knowledge, Redact>();
  return (knowledge) => {
    const redact = made.get(knowledge) ?? createRedact(knowledge);
    made.set(knowledge, redact);
    return redact;
  };
}
