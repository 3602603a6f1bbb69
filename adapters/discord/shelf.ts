import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type Assistant, encodeChoice, MEMORY_MS, type Reply, type Turn, toPlainText } from '#core';
import { aboutOf, type Converse } from '../shared/index.ts';

/** What stays of a turn once its words are gone. */
export interface Told {
  readonly reply: Reply;
  /** `aboutOf` the turn. */
  readonly about: string | null;
}

/** Tickets for buttons that say a reply once more: to share it, or to read it where nobody else can. */
export interface Shelf {
  /**
   * The id of a choice where one says the same words again, so that the button outlives a restart; else a random one that
   * is good for 30 minutes in this process.
   */
  ticketFor(turn: Turn): string;
  /** What the ticket stands for; the core's reply to a stale choice where it is too old, or nobody made it. */
  redeem(ticket: string): Promise<Told>;
}

/** Replies kept at once; a few kB each, and most share their texts. */
const MOST_KEPT = 1000;
/** Longest choice that fits into a custom_id behind the version and the verb (custom-id.ts). */
const LONGEST_CHOICE = 80;

export function createShelf(current: () => Assistant, converse: Converse, now: () => number): Shelf {
  const kept = new LRUCache<string, Told>({ max: MOST_KEPT, ttl: MEMORY_MS });
  const saysSame = (choice: string, reply: Reply) => {
    const request = { input: { choice }, conversation: null, now: now(), audience: reply.audience, procedure: null };
    return toPlainText(current().reply(request).reply) === toPlainText(reply);
  };
  return {
    ticketFor: (turn) => {
      const choice = choiceOf(turn);
      if (choice !== null && choice.length <= LONGEST_CHOICE && saysSame(choice, turn.reply)) return choice;
      const ticket = randomBytes(12).toString('base64url');
      kept.set(ticket, toTold(turn));
      return ticket;
    },
    redeem: async (ticket) =>
      kept.get(ticket) ??
      toTold(await converse({ input: { choice: ticket }, key: null, audience: 'patient', procedure: null })),
  };
}

export function toTold(turn: Turn): Told {
  return { reply: turn.reply, about: aboutOf(turn) };
}

/** The choice that comes nearest to what was asked; null where the core has none for it. */
function choiceOf({ reply, explanation: { decision, procedure } }: Turn): string | null {
  const guide = procedure?.kind === 'one' ? procedure.id : null;
  if (decision?.kind === 'answer')
    return encodeChoice({ kind: 'ask', asked: decision.asked, procedure: guide }, reply.version);
  const topic = decision?.kind === 'topics' ? decision.topics[0] : undefined;
  return topic === undefined ? null : encodeChoice({ kind: 'topic', topic, procedure: guide }, reply.version);
}
