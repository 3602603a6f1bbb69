import { type Assistant, type Audience, type Conversation, type ProcedureId, safeReply, type Turn } from '#core';

/** What a person did: typed, or pressed a choice. */
export type Input = { readonly text: string } | { readonly choice: string };

/** Memory of conversations by key; a key names one thread, direct message or page, never a person. */
export interface ConversationStore {
  get(key: string): Promise<Conversation | null>;
  set(key: string, conversation: Conversation): Promise<void>;
}

export interface Caller {
  /** Null where nothing is remembered, as for a slash command. */
  readonly key: string | null;
  readonly audience: Audience;
  readonly procedure: ProcedureId | null;
}

export interface ConverseOptions {
  readonly store: ConversationStore;
  readonly now: () => number;
  /** Told of a failure without any words of the person. */
  readonly onError: (error: unknown) => void;
}

/**
 * One message through the core, with its memory. Whatever fails, the person gets a reply: a core that throws is answered by one
 * fixed safe text with the clinic's and the emergency number; a store that fails costs the memory, not the answer.
 */
export async function converse(
  assistant: Assistant,
  input: Input,
  caller: Caller,
  options: ConverseOptions,
): Promise<Turn> {
  const { key, audience, procedure } = caller;
  const now = options.now();
  const conversation = key === null ? null : await options.store.get(key).catch(reported(options, null));
  let turn: Turn;
  try {
    turn = assistant.reply({ input, conversation, now, audience, procedure });
  } catch (error) {
    options.onError(error);
    return safeReply(assistant.knowledge, audience, now);
  }
  if (key !== null) await options.store.set(key, turn.conversation).catch(reported(options, undefined));
  return turn;
}

function reported<T>(options: ConverseOptions, instead: T): (error: unknown) => T {
  return (error) => {
    options.onError(error);
    return instead;
  };
}
