import { afterAll, describe, expect, it } from 'vitest';
import type { Conversation } from '#core';
import type { Count, State } from '../../../adapters/shared/index.ts';
import { NOW } from '../../conformance/replies.ts';
import { emptyDirectory, opened } from './open-state.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';

const conversation: Conversation = { procedure: null, asked: ['recovery/ice'], clarified: 1, alarm: null, at: NOW };
const reply: Count = {
  day: '2026-01-15',
  channel: 'web',
  what: 'reply',
  kind: 'answer',
  level: null,
  category: null,
  about: 'recovery/ice',
  times: 1,
};
const alarm: Count = { ...reply, kind: 'escalate', level: 'emergency', category: 'breathing', about: null };
const text = "d'accord; [name] 😀 50%\n\\";
const words = { day: '2026-01-15', channel: 'web', about: null, text };

const postgres: TestPostgres | null = await startPostgres();
afterAll(() => postgres?.close());

/** Opens the same place as often as it is asked; null where there is no such database here. */
type Place = () => Promise<(() => Promise<State>) | null>;
const PLACES: Readonly<Record<string, Place>> = {
  'one process and its file': async () => {
    const DATA_DIR = await emptyDirectory();
    return () => opened({ DATA_DIR });
  },
  'a PostgreSQL': async () => {
    if (postgres === null) return null;
    const DATABASE_URL = await postgres.database();
    return () => opened({ DATABASE_URL });
  },
};

describe.for(Object.entries(PLACES))('state in %s', ([, place]) => {
  const promise = (name: string, keeps: (open: () => Promise<State>) => Promise<void>) =>
    it(name, async ({ skip }) => keeps((await place()) ?? skip('no PostgreSQL here')));

  promise('remembers a conversation as it was, in its own place only', async (open) => {
    const { store } = await open();
    expect(await store.get('here')).toBeNull();
    await store.set('here', conversation);
    await store.set('here', { ...conversation, clarified: 2 });
    expect(await store.get('here')).toEqual({ ...conversation, clarified: 2 });
    expect(await store.get('there')).toBeNull();
  });

  promise('lets one of many claim a delivery, until its time is over', async (open) => {
    const { store } = await open();
    const claims = await Promise.all(Array.from({ length: 20 }, () => store.claim('delivery', 60_000)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await store.claim('other', 1)).toBe(true);
    await expect.poll(() => store.claim('other', 1)).toBe(true);
    expect(await store.claim('delivery', 60_000)).toBe(false);
  });

  promise('limits each client by itself, and says when to come back', async (open) => {
    const limit = (await open()).limit(2, 60);
    expect([await limit('192.0.2.1'), await limit('192.0.2.1'), await limit('192.0.2.2')]).toEqual([null, null, null]);
    expect(await limit('192.0.2.1')).toBeGreaterThan(50);
  });

  promise('adds counts to counts, by day', async (open) => {
    const { ledger } = await open();
    await ledger.count([]);
    await ledger.count([reply, alarm, reply]);
    await Promise.all([ledger.count([{ ...reply, times: 5 }]), ledger.count([{ ...reply, day: '2026-01-16' }])]);
    expect(await ledger.counts('2026-01-15', '2026-01-15')).toHaveLength(2);
    const all = await ledger.counts('2026-01-14', '2026-01-16');
    expect(all).toEqual(
      expect.arrayContaining([{ ...reply, times: 7 }, alarm, { ...reply, day: '2026-01-16', times: 1 }]),
    );
    expect(await ledger.counts('2026-01-17', '2027-01-01')).toEqual([]);
  });

  promise('takes more counters at once than a statement holds', async (open) => {
    const { ledger } = await open();
    const counts = Array.from({ length: 2_500 }, (_, index) => ({ ...reply, about: `q/${index}` }));
    await ledger.count(counts);
    expect(await ledger.counts('2026-01-15', '2026-01-15')).toHaveLength(2_500);
  });

  promise('keeps words with their state, and forgets them when told', async (open) => {
    const { ledger } = await open();
    await ledger.keep(words);
    await ledger.keep({ ...words, day: '2026-02-01', about: 'relief-duration', text: `\u0000${text}\ud800` });
    const [first, second] = await ledger.kept();
    expect(first).toMatchObject({ ...words, state: 'new' });
    expect(second).toMatchObject({ day: '2026-02-01', about: 'relief-duration', text: `${text}\ufffd` });
    expect(await ledger.setState(first?.id ?? '', 'done')).toBe(true);
    expect((await ledger.kept({ state: 'done' })).map(({ id }) => id)).toEqual([first?.id]);
    expect(await ledger.purge('2026-02-01')).toBe(1);
    expect(await ledger.setState(first?.id ?? '', 'new')).toBe(false);
    expect(await ledger.kept()).toHaveLength(1);
  });

  promise('forgets words and counters for good, and keeps who reviewed what', async (open) => {
    const { ledger } = await open();
    const review = { entry: 'recovery/ice', by: 'A nurse', on: '2026-01-15', version: 'abc' };
    await ledger.record(review);
    await ledger.record({ ...review, version: 'def' });
    await Promise.all([ledger.count([reply]), ledger.keep(words)]);
    await ledger.purgeAll();
    expect([await ledger.counts('2026-01-01', '2026-12-31'), await ledger.kept()]).toEqual([[], []]);
    expect(await ledger.reviews()).toEqual([review, { ...review, version: 'def' }]);
  });

  promise('shows to another program what one has recorded, also where both come first', async (open) => {
    const states = await Promise.all([open(), open(), open(), open()]);
    await Promise.all(states.map(({ ledger }) => ledger.count([reply])));
    for (const { ledger } of states)
      expect(await ledger.counts('2026-01-15', '2026-01-15')).toEqual([{ ...reply, times: 4 }]);
  });
});
