import { type Audience, type Conversation, type ProcedureId, safeReply, type Turn } from '#core';
import type { Desk } from './desk.ts';
import type { Log } from './log.ts';
import type { ConversationStore } from './store.ts';

/** What a person did: typed, or pressed a choice. */
export type Input = { readonly text: string } | { readonly choice: string };

/** One message as a channel hands it over, with nothing about who sent it. */
export interface Message {
  readonly input: Input;
  /** `conversationKey` of the thread, direct message or page; null where nothing is remembered, as for a slash command. */
  readonly key: string | null;
  readonly audience: Audience;
  /** Guide given as an option; one that the text names beats it. */
  readonly procedure: ProcedureId | null;
}

/** A message that got its reply, for counting. */
export interface Answered {
  readonly turn: Turn;
  /** What the person did; no words of it may be kept but redacted ones where the operator chose so. */
  readonly input: Input;
  /** Key of its conversation, to tie one turn to the next while the program runs; never recorded. */
  readonly key: string | null;
  /** The memory before it. */
  readonly before: Conversation | null;
  /** Milliseconds that it took: memory, core, memory again. */
  readonly ms: number;
}

/** What every channel is given. */
export interface Services {
  /** Name of the channel, for its log. */
  readonly channel: string;
  readonly desk: Pick<Desk, 'current'>;
  readonly store: Pick<ConversationStore, 'get' | 'set'>;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told of every turn, for counting. */
  readonly onTurn?: (answered: Answered) => void;
}

/** One message through the core, with its memory. Never rejects: whatever fails, the person gets a reply. */
export type Converse = (message: Message) => Promise<Turn>;

/**
 * A core that throws is answered by the one fixed safe text with the clinic's and the emergency number; a store that fails
 * costs the memory, not the answer. Messages of one conversation are answered one after the other, in order of arrival.
 */
export function createConverse(services: Services): Converse {
  const { channel, desk, store, log, now, onTurn } = services;
  const inOrder = createQueues();
  const reported =
    <T>(event: string, instead: T) =>
    (error: unknown): T => {
      log.error(event, error, { channel });
      return instead;
    };

  const answer = async ({ input, key, audience, procedure }: Message): Promise<Turn> => {
    const started = performance.now();
    const conversation = key === null ? null : await store.get(key).catch(reported('memory-not-read', null));
    const assistant = desk.current();
    const time = now();
    let turn: Turn;
    try {
      turn = assistant.reply({ input, conversation, now: time, audience, procedure });
    } catch (error) {
      log.error('core-failed', error, { channel });
      return safeReply(assistant.knowledge, audience, time);
    }
    if (key !== null) await store.set(key, turn.conversation).catch(reported('memory-not-kept', undefined));
    const ms = Math.round((performance.now() - started) * 1000) / 1000;
    log.debug('answered', { channel, kind: turn.reply.kind, ms });
    try {
      onTurn?.({ turn, input, key, before: conversation, ms });
    } catch (error) {
      log.error('count-failed', error, { channel });
    }
    return turn;
  };

  return (message) => (message.key === null ? answer(message) : inOrder(message.key, () => answer(message)));
}

/** Work with the same key is done one after the other, whether the one before it succeeded or not. */
function createQueues() {
  const tails = new Map<string, Promise<unknown>>();
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const mine = (tails.get(key) ?? Promise.resolve()).then(work, work);
    tails.set(key, mine);
    const leave = () => {
      if (tails.get(key) === mine) tails.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  };
}
