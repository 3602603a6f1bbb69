import { LRUCache } from 'lru-cache';
import { type Conversation, MEMORY_MS } from '#core';
import type { ConversationStore } from './store.ts';

/** Conversations, and deliveries, held at once; the ones unused longest go first. About 1 kB each. */
const MOST_ENTRIES = 10_000;

export interface MemoryStoreOptions {
  /** Default 10,000; at least 1. */
  readonly most?: number;
  /** Milliseconds on any clock; default: the process's own. */
  readonly now?: () => number;
}

/** Conversations in this process, forgotten after 30 minutes; nothing is written anywhere. */
export function createMemoryStore({ most = MOST_ENTRIES, now = () => performance.now() }: MemoryStoreOptions = {}) {
  const shared = { max: most, ttlAutopurge: true, ttlResolution: 0, perf: { now } };
  const conversations = new LRUCache<string, Conversation>({ ...shared, ttl: MEMORY_MS });
  const claims = new LRUCache<string, true>(shared);
  const store: ConversationStore = {
    get: async (key) => conversations.get(key) ?? null,
    set: async (key, conversation) => void conversations.set(key, conversation),
    claim: async (key, ttl) => {
      if (claims.has(key)) return false;
      claims.set(key, true, { ttl });
      return true;
    },
    close: async () => {
      conversations.clear();
      claims.clear();
    },
  };
  return store;
}
