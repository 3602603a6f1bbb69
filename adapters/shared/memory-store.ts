import { LRUCache } from 'lru-cache';
import { type Conversation, MEMORY_MS } from '#core';
import type { ConversationStore } from './converse.ts';

/** Conversations held at once; the ones unused longest go first. About 1 kB each. */
const MOST_CONVERSATIONS = 10_000;

/** Conversations in this process, forgotten after 30 minutes; nothing is written anywhere. */
export function createMemoryStore(most = MOST_CONVERSATIONS): ConversationStore {
  const cache = new LRUCache<string, Conversation>({ max: most, ttl: MEMORY_MS });
  return {
    get: async (key) => cache.get(key) ?? null,
    set: async (key, conversation) => void cache.set(key, conversation),
  };
}
