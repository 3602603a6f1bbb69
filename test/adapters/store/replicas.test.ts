import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../../adapters/shared/index.ts';
import { emptyDirectory, opened } from './open-state.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';
import { run, startReplica } from './processes.ts';

const CHILD = 'test/adapters/store/child.ts';
/** Far longer than a busy machine needs. */
const PATIENT = { timeout: 20_000, interval: 50 };
const FACET = 'how do i prepare for the facet injection';
const OTHER_GUIDE = 'live X-ray';

const postgres: TestPostgres | null = await startPostgres();
afterAll(() => postgres?.close());

const PLACES = {
  file: async () => ({ DATA_DIR: await emptyDirectory() }),
  PostgreSQL: async () => (postgres ? { DATABASE_URL: await postgres.database() } : null),
};

describe('a program that is killed', { timeout: 60_000 }, () => {
  it.for(Object.entries(PLACES))('has lost no record that was acknowledged: %s', async ([, place], { skip }) => {
    const settings = (await place()) ?? skip('no PostgreSQL here');
    for (const name of ['first', 'second']) {
      const writer = run([CHILD, 'write', name], settings);
      await expect.poll(() => writer.said().split('\n').length, PATIENT).toBeGreaterThan(50);
      writer.child.kill('SIGKILL');
      await writer.ended;
      const { ledger } = await opened(settings);
      const kept = new Set((await ledger.reviews()).map(({ entry }) => entry));
      const acknowledged = writer.said().trimEnd().split('\n');
      expect(acknowledged.filter((entry) => !kept.has(entry))).toEqual([]);
    }
  });
});

describe('one process', { timeout: 60_000 }, () => {
  it('writes its counts when it stops, in a file that only its user can read, and made no sooner', async () => {
    const DATA_DIR = join(await emptyDirectory(), 'data');
    const program = await startReplica({ DATA_DIR, METRICS_TOKEN: 'a-token-of-the-clinic' });
    await expect(stat(DATA_DIR)).rejects.toThrow('ENOENT');
    await program.ask('can i ice it', 'a'.repeat(22));
    await program.ask('my name is Ann Doe', 'a'.repeat(22));
    const metrics = await program.get('/metrics', { authorization: 'Bearer a-token-of-the-clinic' });
    expect(await metrics.text()).toContain('faq_reply_seconds_count 2');
    expect((await program.get('/metrics')).status).toBe(401);
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    const file = join(DATA_DIR, 'ledger.sqlite');
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(await readFile(file, 'latin1')).not.toMatch(/Ann|Doe|aaaa/u);
    const { ledger } = await opened({ DATA_DIR });
    const today = dayOf(Date.now());
    const counts = await ledger.counts('2026-01-01', today);
    expect(counts).toHaveLength(2);
    expect(counts).toContainEqual(expect.objectContaining({ what: 'reply', about: 'recovery/ice', times: 1 }));
  });

  it('answers where it may not write, and says that it cannot count', async () => {
    const DATA_DIR = join(await emptyDirectory(), 'taken');
    await writeFile(DATA_DIR, 'a file, not a directory');
    const program = await startReplica({ DATA_DIR });
    expect(await program.ask('can i ice it', 'a'.repeat(22))).toContain('ice');
    const ready = async () => (await program.get('/readyz')).json();
    await expect.poll(ready, PATIENT).toMatchObject({ ok: true, parts: { program: true, ledger: false } });
    expect((await program.get('/metrics')).status).toBe(404);
    expect(program.said().match(/counts-not-written/gu)).toHaveLength(1);
  });
});

describe.skipIf(postgres === null)('two replicas on one PostgreSQL', { timeout: 60_000 }, () => {
  const database = () => (postgres as TestPostgres).database();

  it('claim each delivery once between them', async () => {
    const settings = { DATABASE_URL: await database() };
    const replicas = [run([CHILD, 'claim'], settings), run([CHILD, 'claim'], settings)];
    expect(await Promise.all(replicas.map(({ ended }) => ended))).toEqual([0, 0]);
    const claimed = replicas.flatMap(({ said }) => said().trimEnd().split('\n').filter(Boolean)).map(Number);
    expect(claimed.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, delivery) => delivery));
  });

  it('continue a conversation, outlive each other, and outlive the database', async () => {
    const settings = { DATABASE_URL: await database() };
    const [one, two] = await Promise.all([startReplica(settings), startReplica(settings)]);
    const here = 'h'.repeat(22);
    await one.ask(FACET, here);
    expect(await two.ask('can i drive home', here)).not.toContain(OTHER_GUIDE);
    expect(await two.ask('can i drive home', 'n'.repeat(22))).toContain(OTHER_GUIDE);
    one.child.kill('SIGKILL');
    await one.ended;
    expect(await two.ask('when can i work out', here)).not.toContain(OTHER_GUIDE);

    const health = async () => {
      const response = await two.get('/readyz');
      return { status: response.status, ...((await response.json()) as { parts: object }).parts };
    };
    expect(await health()).toEqual({ status: 200, program: true, database: true, ledger: true });
    await postgres?.stop();
    await expect.poll(health, PATIENT).toMatchObject({ status: 200, program: true, database: false });
    expect(await two.ask('when can i work out', here)).toContain(OTHER_GUIDE);
    expect(await two.ask('my legs are numb and i cant pee', here)).toContain('911');
    await postgres?.start();
    await expect.poll(health, PATIENT).toMatchObject({ status: 200, database: true });
    expect(await two.ask('when can i work out', here)).not.toContain(OTHER_GUIDE);

    two.child.kill('SIGTERM');
    expect(await two.ended).toBe(0);
    const { ledger } = await opened(settings);
    const today = dayOf(Date.now());
    const counts = await ledger.counts('2026-01-01', today);
    expect(counts.filter(({ kind }) => kind === 'escalate')).toMatchObject([{ level: 'emergency', times: 1 }]);
    const work = counts.filter(({ about }) => about?.includes('activity'));
    expect(work).toMatchObject([{ channel: 'web', what: 'reply', times: 3 }]);
  });
});
