import { describe, expect, it } from 'vitest';
import { type Assistant, MEMORY_MS, type Turn } from '#core';
import {
  type ConversationStore,
  conversationKey,
  createConverse,
  createFirst,
  createLog,
  createMemoryStore,
  type Message,
  silentLog,
} from '../../../adapters/shared/index.ts';
import { NOW } from '../../conformance/replies.ts';
import { shippedAssistant } from '../../support.ts';

async function open(parts: { store?: ConversationStore; assistant?: Partial<Assistant>; onTurn?: () => void } = {}) {
  const shipped = await shippedAssistant();
  const events: string[] = [];
  const log = createLog({ destination: { write: (line) => void events.push(JSON.parse(line).event) } });
  const { store = createMemoryStore(), assistant = {}, onTurn } = parts;
  const desk = { current: () => ({ ...shipped, ...assistant }) };
  const services = { channel: 'test', desk, store, log, now: () => NOW, ...(onTurn ? { onTurn } : {}) };
  const converse = createConverse(services);
  const logged = async () => log.flush().then(() => events);
  return { shipped, store, logged, converse: (text: string, key: string | null = 'k') => converse(say(text, key)) };
}

function say(text: string, key: string | null): Message {
  return { input: { text }, key, audience: 'patient', procedure: null };
}

const down = () => Promise.reject(new Error('down'));
const brokenStore: ConversationStore = { get: down, set: down, claim: down, close: down };

describe('a message', () => {
  it('is remembered in its own place only, and nowhere without one', async () => {
    const { converse } = await open();
    const named = 'how do i prepare for the facet injection';
    const id = (turn: Turn) => turn.reply.procedure;
    await converse(named, 'here');
    expect(id(await converse('can i ice it', 'here'))).not.toBeNull();
    expect(id(await converse('can i ice it', 'there'))).toBeNull();
    await converse(named, null);
    expect(id(await converse('can i ice it', null))).toBeNull();
  });

  it('gets its answer where the store is down, and the one safe text where the core is', async () => {
    const storeDown = await open({ store: brokenStore });
    expect((await storeDown.converse('can i ice it')).reply.kind).toBe('answer');
    expect(await storeDown.logged()).toEqual(['memory-not-read', 'memory-not-kept']);
    const coreDown = await open({
      assistant: {
        reply: () => {
          throw new Error('no');
        },
      },
    });
    const { phone, emergency_number } = coreDown.shipped.knowledge.clinic;
    const text = JSON.stringify((await coreDown.converse('can i ice it')).reply.blocks);
    expect(text).toContain(phone);
    expect(text).toContain(emergency_number);
    expect(await coreDown.logged()).toEqual(['core-failed']);
  });

  it('is answered even where the counting fails', async () => {
    const { converse, logged } = await open({
      onTurn: () => {
        throw new Error('no');
      },
    });
    expect((await converse('can i ice it')).reply.kind).toBe('answer');
    expect(await logged()).toEqual(['count-failed']);
  });

  it('waits for the one before it in the same conversation, and for no other', async () => {
    const memory = createMemoryStore();
    const slow = Promise.withResolvers<void>();
    const store = {
      ...memory,
      get: (key: string) => (key === 'slow' ? slow.promise.then(() => memory.get(key)) : memory.get(key)),
    };
    const { converse } = await open({ store });
    const done: string[] = [];
    const first = converse('how do i prepare for the facet injection', 'slow').then(() => done.push('first'));
    const second = converse('can i ice it', 'slow').then((turn) => {
      done.push('second');
      return turn;
    });
    await converse('hello', 'other').then(() => done.push('other'));
    slow.resolve();
    await first;
    expect((await second).reply.procedure).not.toBeNull();
    expect(done).toEqual(['other', 'first', 'second']);
  });
});

describe('memory', () => {
  it('holds 30 minutes, and no more conversations than it is told to', async () => {
    let now = 1;
    const store = createMemoryStore({ most: 2, now: () => now });
    const { conversation } = await (await open()).converse('hello');
    await store.set('a', conversation);
    now = MEMORY_MS;
    expect(await store.get('a')).toEqual(conversation);
    now = MEMORY_MS + 2;
    expect(await store.get('a')).toBeNull();
    for (const key of ['a', 'b', 'c']) await store.set(key, conversation);
    expect(await store.get('a')).toBeNull();
    expect(await store.get('c')).toEqual(conversation);
    await store.close();
  });

  it('tells the first delivery from the next ones, until its time is over', async () => {
    let now = 1;
    const store = createMemoryStore({ now: () => now });
    const first = createFirst('slack', store, silentLog);
    expect([await first('e1', 1_000), await first('e1', 1_000), await first('e2')]).toEqual([true, false, true]);
    expect(await createFirst('discord', store, silentLog)('e1')).toBe(true);
    now = 1_002;
    expect(await first('e1')).toBe(true);
    await store.close();
  });

  it('answers twice rather than never where the store is down', async () => {
    const first = createFirst('slack', brokenStore, silentLog);
    expect(await first('e1')).toBe(true);
  });

  it('keys places apart whatever their names hold', () => {
    const keys = [conversationKey('a', 'b', 'c'), conversationKey('a', 'b,c'), conversationKey('a', 'b"', 'c')];
    expect(new Set(keys).size).toBe(3);
  });
});
