import { connect, createServer, type Socket } from 'node:net';
import { Client } from 'pg';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Conversation } from '#core';
import { createLog, SettingsError, silentLog } from '../../../adapters/shared/index.ts';
import { openLine } from '../../../adapters/store/line.ts';
import { sweep } from '../../../adapters/store/sweep.ts';
import { toLine } from '../../../tools/doctor/index.ts';
import { checkState } from '../../../tools/doctor/state.ts';
import { NOW } from '../../conformance/replies.ts';
import { contentsOf } from './contents.ts';
import { opened } from './open-state.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';

const conversation: Conversation = { procedure: null, asked: ['recovery/ice'], clarified: 0, alarm: null, at: NOW };
/** Far longer than the database takes to be missed or found. */
const PATIENT = { timeout: 15_000, interval: 50 };

const postgres: TestPostgres | null = await startPostgres();
afterAll(() => postgres?.close());

describe.skipIf(postgres === null)('a shared PostgreSQL', () => {
  const database = () => (postgres as TestPostgres).database();

  it('holds no address, place or delivery that it could be asked for', async () => {
    const url = await database();
    const { store, limit } = await opened({ DATABASE_URL: url });
    await store.set('["slack","T0001","U0002"]', conversation);
    await store.claim('["slack","delivery","Ev0003"]', 60_000);
    await limit(1, 60)('192.0.2.77');
    const text = JSON.stringify(await contentsOf(url));
    expect(text).toContain('recovery/ice');
    for (const secret of ['T0001', 'U0002', 'Ev0003', '192.0.2.77', 'slack']) expect(text).not.toContain(secret);
  });

  it('deletes what has expired, so much at a time, and nothing else', async () => {
    const url = await database();
    const { store, limit } = await opened({ DATABASE_URL: url });
    for (const key of ['a', 'b', 'c']) await store.claim(key, 1);
    await store.claim('d', 60_000);
    await store.set('e', conversation);
    await limit(1, 3_600)('f');
    const line = await openLine(url, silentLog);
    onTestFinished(() => line.close());
    const left = async () =>
      (await contentsOf(url))
        .map((row) => String(row.in))
        .filter((name) => !name.startsWith('kysely'))
        .sort();
    await sweep(line, Date.now() + 1_000, 2);
    expect(await left()).toEqual(['claims', 'claims', 'conversations', 'limits']);
    await sweep(line, Date.now() + 1_000, 2);
    expect(await left()).toEqual(['claims', 'conversations', 'limits']);
    await sweep(line, Date.now() + 24 * 60 * 60 * 1000);
    expect(await left()).toEqual([]);
  });

  it('makes its tables once, however many replicas start together', async () => {
    const url = await database();
    const states = await Promise.all(Array.from({ length: 6 }, () => opened({ DATABASE_URL: url })));
    expect(states.map(({ health }) => health())).toEqual(states.map(() => ({ database: true })));
    const steps = (await contentsOf(url)).filter((row) => row.in === 'kysely_migration');
    expect(steps.map(({ name }) => name)).toEqual(['001-ledger', '002-shared']);
  });

  it.for([
    ['a wrong password', (url: string) => url.replace(/:[^:@]+@/u, ':wrong@'), 'password'],
    ['no such database', (url: string) => url.replace(/\/test\d+$/u, '/none'), 'no such database'],
  ] as const)('says what is wrong at the start: %s', async ([, change, said]) => {
    const start = opened({ DATABASE_URL: change(await database()) });
    await expect(start).rejects.toThrow(SettingsError);
    await expect(start).rejects.toThrow(said);
  });

  it('is looked at by the doctor, who changes nothing', async () => {
    const DATABASE_URL = await database();
    const settings = { DATA_DIR: 'unused', DATABASE_URL };
    const look = async (change: Partial<typeof settings> = {}) =>
      (await checkState({ ...settings, ...change })).findings.map(toLine).join('\n');
    expect(await look()).toMatch(/^ok {4}database {3}PostgreSQL [\d.]+ answers\nok .* no tables yet/u);
    expect(await contentsOf(DATABASE_URL)).toEqual([]);
    await opened({ DATABASE_URL });
    expect(await look()).toContain('ok    database   the tables are up to date');
    expect(Math.abs((await checkState(settings)).aheadMs ?? Number.NaN)).toBeLessThan(5_000);

    const sql = async (text: string) => {
      const client = new Client({ connectionString: DATABASE_URL });
      await client.connect();
      await client.query(text).finally(() => client.end());
    };
    await sql(`update kysely_migration set name = '999-later' where name = '002-shared'`);
    expect(await look()).toContain('fail  database   the tables are of a newer release');
    await sql(`delete from kysely_migration where name = '999-later'`);
    expect(await look()).toContain('ok    database   the next start brings the tables up to date');
    await sql(
      `create role "newcomer-of-doctor" login password 'secret word'; revoke create on schema public from public`,
    );
    const newcomer = DATABASE_URL.replace(/\/\/.*@/u, '//newcomer-of-doctor:secret%20word@');
    expect(await look({ DATABASE_URL: newcomer })).toContain('fail  database   DATABASE_URL: the user may not create');

    for (const [wrong, said] of [
      [DATABASE_URL.replace(/:[^:@]+@/u, ':hunter2@'), 'the password is wrong'],
      [DATABASE_URL.replace(/:\d+\//u, ':1/'), 'ECONNREFUSED'],
      ['postgres://ann:hunter2@no-such-host.invalid/x', 'the database does not answer'],
    ] as const) {
      const line = await look({ DATABASE_URL: wrong });
      expect(line).toContain(`fail  database   DATABASE_URL: `);
      expect(line).toContain(said);
      expect(line).not.toMatch(/hunter2|ann/u);
    }
  });

  it('goes and comes back: nobody waits, nothing crashes, deliveries are still told apart', async () => {
    const lines: string[] = [];
    const log = createLog({ destination: { write: (line) => void lines.push(JSON.parse(line).event) } });
    const { store, limit, ledger, health } = await opened({ DATABASE_URL: await database() }, log);
    const perHour = limit(2, 3_600);
    await store.set('here', conversation);
    await store.claim('before', 60_000);
    await perHour('client');
    await postgres?.stop();
    await expect.poll(health, PATIENT).toEqual({ database: false });
    expect(await store.get('here')).toBeNull();
    await store.set('here', conversation);
    expect(await Promise.all(['before', 'during', 'during'].map((key) => store.claim(key, 60_000)))).toEqual([
      false,
      true,
      false,
    ]);
    expect([await perHour('client'), await perHour('client')]).toEqual([null, null]);
    expect(await perHour('client')).toBeGreaterThan(0);
    await expect(ledger.counts('2026-01-01', '2026-01-02')).rejects.toThrow();
    await postgres?.start();
    await expect.poll(health, PATIENT).toEqual({ database: true });
    expect(await store.get('here')).toEqual(conversation);
    expect([await perHour('client'), (await perHour('client')) === null]).toEqual([null, false]);
    await log.flush();
    expect(lines).toEqual(['database-lost', 'database-back']);
  });

  it('forgets what is in passing when it crashes, keeps the ledger, and nothing is answered twice by one replica', async () => {
    const url = await database();
    const { store, ledger, health } = await opened({ DATABASE_URL: url });
    await ledger.keep({ day: '2026-01-15', channel: 'web', about: null, text: 'kept' });
    await store.set('here', conversation);
    await store.claim('delivery', 60_000);
    await crash(url);
    const left = async () => (await contentsOf(url).catch(() => [])).filter((row) => !`${row.in}`.startsWith('kysely'));
    await expect.poll(left, PATIENT).toEqual([expect.objectContaining({ in: 'words', text: 'kept' })]);
    expect(await store.claim('delivery', 60_000)).toBe(false);
    const remembers = async () => {
      await store.set('here', conversation);
      return store.get('here');
    };
    await expect.poll(() => remembers().catch(() => null), PATIENT).toEqual(conversation);
    await expect.poll(health, PATIENT).toEqual({ database: true });
  });

  it('is waited for in vain a few seconds and no longer, where it says nothing at all', async () => {
    const url = new URL(await database());
    const { port, hang } = await proxy(Number(url.port));
    url.port = String(port);
    const { store, health } = await opened({ DATABASE_URL: url.href });
    await store.set('here', conversation);
    const resume = hang();
    const began = performance.now();
    await store.get('here').catch(() => null);
    expect(performance.now() - began).toBeLessThan(10_000);
    await expect.poll(health, PATIENT).toEqual({ database: false });
    const known = performance.now();
    expect(await store.get('here')).toBeNull();
    expect(performance.now() - known).toBeLessThan(500);
    resume();
    await expect.poll(health, PATIENT).toEqual({ database: true });
    expect(await store.get('here')).toEqual(conversation);
  });
});

describe('a database that is not there at the start', () => {
  it('is done without, and said', async () => {
    const lines: string[] = [];
    const log = createLog({ destination: { write: (line) => void lines.push(line) } });
    const { store, health } = await opened({ DATABASE_URL: 'postgres://ann:secret@127.0.0.1:1/none' }, log);
    expect(health()).toEqual({ database: false });
    expect(await store.get('here')).toBeNull();
    expect([await store.claim('one', 1_000), await store.claim('one', 1_000)]).toEqual([true, false]);
    await log.flush();
    expect(lines).toHaveLength(1);
    expect(lines.join('')).toContain('database-lost');
    for (const secret of ['ann', 'secret']) expect(lines.join('')).not.toContain(secret);
  });
});

/** Kills a process of the server: it then ends every other one and recovers from its log, as after a crash of the machine. */
async function crash(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  process.kill(rows[0]?.pid ?? Number.NaN, 'SIGKILL');
  await ended;
}

/** A way to the database that can fall silent without being cut. */
async function proxy(to: number) {
  const pairs: Socket[] = [];
  let silent = false;
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    for (const socket of [near, far]) socket.on('error', () => {});
    near.pipe(far).pipe(near);
    pairs.push(near, far);
    if (silent) for (const socket of [near, far]) socket.pause();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of pairs) socket.destroy();
    server.close();
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    hang: () => {
      silent = true;
      for (const socket of pairs) socket.pause();
      return () => {
        silent = false;
        for (const socket of pairs) socket.resume();
      };
    },
  };
}
