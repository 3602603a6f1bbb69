/**
 * `npm run soak`: every channel at once, for SOAK_SECONDS (30) at SOAK_RATE (200) messages a second. The measure is
 * SOAK_SECONDS=600 on a machine that does nothing else.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { emptyDirectory } from '../adapters/store/open-state.ts';
import { startPostgres } from '../adapters/store/postgres.ts';
import { startReplica } from '../adapters/store/processes.ts';
import { boundOf, type Figures, toFigures } from './load/figures.ts';
import type { Go } from './load/generator.ts';
import type { Report } from './load/lane.ts';

const SECONDS = Number(process.env.SOAK_SECONDS ?? 30);
const RATE = Number(process.env.SOAK_RATE ?? 200);
/** The slowest in a hundred, in the server. */
const SLOW_MS = 100;
/** Memory settles in minutes; shorter runs only show it. */
const LONG_ENOUGH_S = 300;
/** What may come on top between a third of the run and its end. */
const GROWTH = 1.1;
/** How long before a kill an answer may have been under way, on a machine that is busy, in milliseconds. */
const UNDER_WAY_MS = 5_000;
const TOKEN = 'a-token-of-the-clinic';
const PATIENT = { timeout: 60_000, interval: 100 };

const postgres = await startPostgres();
afterAll(() => postgres?.close());

async function openLoad() {
  const child = fork(join(import.meta.dirname, 'load/generator.ts'));
  onTestFinished(() => void child.kill('SIGKILL'));
  const [{ env }] = (await once(child, 'message')) as [{ env: Record<string, string> }];
  return {
    env: { ...env, CLINIC_DEMO: 'allow', METRICS_TOKEN: TOKEN },
    go: (urls: readonly string[]) => {
      const report = once(child, 'message').then(([message]) => (message as { report: Report }).report);
      const tell = (left: readonly string[]) => child.send({ urls: left, seconds: SECONDS, rate: RATE } satisfies Go);
      tell(urls);
      return { report, tell };
    },
  };
}

type Replica = Awaited<ReturnType<typeof startReplica>>;
const look = async ({ get }: Replica): Promise<Figures> =>
  toFigures(await (await get('/metrics', { authorization: `Bearer ${TOKEN}` })).text());

function tell(report: Report): void {
  for (const [name, { lost, ...figures }] of Object.entries(report))
    console.log(`${name}: ${JSON.stringify({ ...figures, lost: lost.length })}`);
}

const share = (seconds: number) => sleep(seconds * SECONDS * 1000);

describe('all channels at once', { timeout: (SECONDS + 180) * 1000 }, () => {
  it('one process answers every message once, in time, in memory that does not grow', async () => {
    const load = await openLoad();
    const bot = await startReplica({ ...load.env, DATA_DIR: await emptyDirectory() });
    await expect.poll(async () => (await bot.get('/readyz')).status, PATIENT).toBe(200);
    const { report } = load.go([bot.url]);
    await share(1 / 3);
    const warm = await look(bot);
    const began = performance.now();
    const seen: Figures[] = [];
    for (let part = 0; part < 20; part += 1) {
      await share(1 / 30);
      seen.push(await look(bot));
    }
    const busy = ((seen.at(-1)?.cpuSeconds ?? 0) - warm.cpuSeconds) / ((performance.now() - began) / 1000);
    const answers = await report;
    const end = await look(bot);
    const meanMb = (some: readonly Figures[]) =>
      some.reduce((sum, { residentMb }) => sum + residentMb, 0) / some.length;
    const [early, late] = [meanMb(seen.slice(0, 5)), meanMb(seen.slice(-5))];
    tell(answers);
    const [p50, p90, p99] = [0.5, 0.9, 0.99].map((part) => boundOf(part, warm, end));
    console.log(
      `in the server: half within ${p50} ms, 90% ${p90} ms, 99% ${p99} ms; loop delay p99 ${Math.max(...seen.map(({ loopP99Ms }) => loopP99Ms)).toFixed(0)} ms; ` +
        `${busy.toFixed(2)} processors; memory ${early.toFixed(0)} MB at a third, ${late.toFixed(0)} MB at the end; errors ${JSON.stringify(end.errors)}`,
    );
    const sent = Object.values(answers).reduce((sum, one) => sum + one.sent, 0);
    expect(sent).toBeGreaterThan(RATE * SECONDS * 0.99);
    for (const { lost, doubled, again } of Object.values(answers)) expect([lost, doubled, again]).toEqual([[], 0, 0]);
    expect(end.replies).toBe(sent);
    expect(end.errors).toEqual({});
    expect(p99).toBeLessThanOrEqual(SLOW_MS);
    if (SECONDS >= LONG_ENOUGH_S) expect(late).toBeLessThan(early * GROWTH);
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });

  it.skipIf(postgres === null)(
    'two replicas lose and double nothing, one killed and the database restarted',
    async () => {
      if (postgres === null) return;
      const load = await openLoad();
      const settings = { ...load.env, DATABASE_URL: await postgres.database() };
      const [one, two] = await Promise.all([startReplica(settings), startReplica(settings)]);
      const ready = (replica: Replica) =>
        expect.poll(async () => (await replica.get('/readyz')).status, PATIENT).toBe(200);
      await Promise.all([ready(one), ready(two)]);
      const { report, tell: tellUrls } = load.go([one.url, two.url]);
      await share(0.3);
      const killed = Date.now();
      one.child.kill('SIGKILL');
      tellUrls([two.url]);
      await share(0.2);
      const before = await look(two);
      await postgres.stop();
      await share(0.1);
      await postgres.start();
      const answers = await report;
      const end = await look(two);
      tell(answers);
      console.log(
        `in the replica that lived, the database away for a tenth of the time: 99% within ${boundOf(0.99, before, end)} ms; errors ${JSON.stringify(end.errors)}`,
      );
      for (const [name, { lost, doubled }] of Object.entries(answers)) {
        expect(doubled, name).toBe(0);
        // Only what the killed replica had acknowledged and not answered, which no platform sends again.
        expect(
          lost.filter((at) => at < killed - UNDER_WAY_MS || at > killed + UNDER_WAY_MS),
          name,
        ).toEqual([]);
      }
      expect(answers.web?.lost).toEqual([]);
      expect(await (await two.get('/readyz')).json()).toMatchObject({ ok: true, parts: { database: true } });
      two.child.kill('SIGTERM');
      expect(await two.ended).toBe(0);
    },
  );
});
