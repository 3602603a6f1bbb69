import type { Conversation } from '#core';

/**
 * What outlives one message: memory of conversations, and which deliveries were seen. Every call must settle within
 * seconds, since a person waits; a store that rejects costs memory, never the answer.
 */
export interface ConversationStore {
  /** Null where nothing is remembered, or it is older than 30 minutes. */
  get(key: string): Promise<Conversation | null>;
  set(key: string, conversation: Conversation): Promise<void>;
  /** True for the first caller with this key; false for the next ones, until `ttl` milliseconds are over. */
  claim(key: string, ttl: number): Promise<boolean>;
  close(): Promise<void>;
}

/** Key of one thread, direct message or page: the channel's name, then what tells the place apart. Never log it. */
export function conversationKey(channel: string, ...place: readonly [string, ...string[]]): string {
  return JSON.stringify([channel, ...place]);
}
