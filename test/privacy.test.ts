/** Nothing that people say of themselves, and nothing that they are known by, stays anywhere: whatever goes wrong. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  createFlight,
  createLog,
  createRecorder,
  type House,
  type HouseOptions,
  noLedger,
} from '../adapters/shared/index.ts';
import { createMetrics } from '../adapters/shared/metrics.ts';
import { openFakeDiscord, TOKEN } from './adapters/discord/fake/discord.ts';
import { openBot } from './adapters/discord/open-bot.ts';
import { openFakeSlack } from './adapters/slack/fake/slack.ts';
import { openSlack } from './adapters/slack/open-slack.ts';
import { contentsOf } from './adapters/store/contents.ts';
import { emptyDirectory, opened } from './adapters/store/open-state.ts';
import { startPostgres } from './adapters/store/postgres.ts';
import { run } from './adapters/store/processes.ts';
import { openWeb } from './adapters/web/open-web.ts';
import { discordPlace } from './privacy/discord-place.ts';
import { detailsIn, idsIn, MESSAGES, PEOPLE, type Person } from './privacy/people.ts';
import type { Place } from './privacy/place.ts';
import { slackPlace } from './privacy/slack-place.ts';
import { webPlace } from './privacy/web-place.ts';
import { KNOWLEDGE, shippedAssistant } from './support.ts';

const ROOT = join(import.meta.dirname, '..');
const METRICS = 'a-token-of-the-clinic';
const DESK = 'another-token-of-the-clinic';
const PATIENT = { timeout: 30_000, interval: 50 };
const [one, two, three] = PEOPLE as [Person, Person, Person];

const postgres = await startPostgres();
afterAll(() => postgres?.close());

/** `npm start` with every channel, in an empty directory of its own, where it says as much as it can. */
async function start(env: Readonly<Record<string, string>> = {}, preload: readonly string[] = []) {
  const home = await emptyDirectory();
  const discord = await openFakeDiscord();
  const slack = await openFakeSlack('socket');
  onTestFinished(async () => void (await Promise.all([discord.close(), slack.close()])));
  const program = run(
    [...preload, join(ROOT, 'adapters/main.ts')],
    {
      ...{ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'debug', TRUST_PROXY: '1' },
      ...{ CLINIC_DEMO: 'allow', METRICS_TOKEN: METRICS, DESK_TOKEN: DESK },
      ...{ KNOWLEDGE_DIR: KNOWLEDGE, DATA_DIR: join(home, 'data') },
      ...{ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.url },
      ...slack.env,
      ...env,
    },
    home,
  );
  await expect.poll(program.said, PATIENT).toContain('"event":"started"');
  const url = /http:\/\/[\d.:]+/u.exec(program.said())?.[0] ?? '';
  const get = async (path: string) =>
    (await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${METRICS}` } })).text();
  const places = [webPlace(url), discordPlace(discord), slackPlace(slack)];
  return {
    ...program,
    home,
    places,
    get,
    /** Its metrics and health. */
    shown: async () => (await Promise.all(['/metrics', '/healthz', '/readyz'].map(get))).join('\n'),
    /** Every file that it has made, with its name. */
    files: () =>
      globSync('**', { cwd: home, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((file) => `${file}\n${readFileSync(file, 'latin1')}`),
    stop: async () => {
      program.child.kill('SIGTERM');
      expect(await program.ended).toBe(0);
    },
  };
}

/** Nobody's details and ids stand in any of the texts; of addresses that a platform gave out, the words only. */
function expectNobody(places: readonly Place[], texts: readonly string[]): void {
  const refusals = places.flatMap((place) => place.refusals);
  const urls = places.flatMap((place) => place.urls());
  for (const text of [...texts, ...refusals, ...urls.map(decodeURIComponent)]) expect(detailsIn(text)).toEqual([]);
  const ids = places.flatMap((place) => place.ids());
  expect(ids.length).toBeGreaterThan(PEOPLE.length);
  for (const text of [...texts, ...refusals]) expect(idsIn(text, ids)).toEqual([]);
}

describe('what people say of themselves', { timeout: 120_000 }, () => {
  it('would be found by this search, however it was written down', () => {
    expect(MESSAGES.length).toBeGreaterThan(150);
    for (const message of MESSAGES)
      expect(detailsIn(`{"event":"x","text":${JSON.stringify(message)}}`)).not.toEqual([]);
    expect(detailsIn(encodeURIComponent(`${one.first} ${one.last}`))).toHaveLength(3);
    expect(detailsIn(one.phone.replace('-', ') '))).toEqual([one.phone.replaceAll('-', '')]);
    expect(idsIn('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', ['test'])).toEqual(['test']);
  });

  it('is in no log, file, metric, error body or address of one process', async () => {
    const { places, said, shown, files, stop } = await start();
    for (const place of places) {
      for (const message of MESSAGES) await place.tell(message);
      await place.trouble(one);
      await place.trouble(two);
    }
    const metrics = await shown();
    await stop();
    expect(Number(/faq_reply_seconds_count (\d+)/u.exec(metrics)?.[1])).toBeGreaterThan(3 * MESSAGES.length);
    expect(said().match(/"event":"answered"/gu)?.length).toBeGreaterThan(3 * MESSAGES.length);
    expect(said()).toContain('"event":"answer-failed"');
    expect(files().map((file) => file.split('\n')[0])).toEqual([expect.stringMatching(/ledger\.sqlite$/u)]);
    expectNobody(places, [said(), metrics, ...files()]);
  });

  it.skipIf(postgres === null)(
    'is in no database, its files or its log, also where it is lost and comes back',
    async () => {
      if (postgres === null) return;
      const DATABASE_URL = await postgres.database();
      const { places, said, shown, get, files, stop } = await start({ DATABASE_URL });
      const some = MESSAGES.filter((_, i) => i % 7 === 0);
      const tellAll = async (person: Person) => {
        for (const place of places) {
          for (const message of some) await place.tell(message);
          await place.trouble(person);
        }
      };
      await tellAll(one);
      await postgres.stop();
      await tellAll(two);
      await expect.poll(() => get('/readyz'), PATIENT).toContain('"database":false');
      await postgres.start();
      await expect.poll(() => get('/readyz'), PATIENT).toContain('"database":true');
      await tellAll(three);
      const metrics = await shown();
      await stop();
      const rows = await contentsOf(DATABASE_URL);
      for (const table of ['conversations', 'claims', 'limits', 'counters'])
        expect(rows.some((row) => row.in === table)).toBe(true);
      await postgres.stop();
      const raw = globSync('**/{base,pg_wal,log}/**', { cwd: postgres.directory, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
      await postgres.start();
      expect(raw.length).toBeGreaterThan(100);
      expect(files()).toEqual([]);
      expectNobody(places, [said(), metrics, JSON.stringify(rows), postgres.log()]);
      for (const file of raw) expect(detailsIn(file)).toEqual([]);
    },
  );

  it('leaves no number, date, address or alarm in words that are kept, redacted, and nothing anywhere else', async () => {
    const { home, places, said, shown, stop } = await start({ REVIEW_KEEP_TEXT: 'redacted' });
    for (const place of places) for (const message of MESSAGES.filter((_, i) => i % 3 === 0)) await place.tell(message);
    const metrics = await shown();
    await stop();
    const { ledger } = await opened({ DATA_DIR: join(home, 'data') });
    const kept = await ledger.kept();
    expect(kept.length).toBeGreaterThan(10);
    // Names are found by likelihood; bench/redact.ts measures how well.
    for (const { text } of kept) {
      expect(detailsIn(text).filter((detail) => /\d/u.test(detail))).toEqual([]);
      expect(text).not.toMatch(/@mail|legs are numb|mover las piernas/u);
    }
    expectNobody(places, [said(), metrics]);
  });

  it('is not in the last words of a program that crashes', async () => {
    const words = `cannot read "${one.first} ${one.last} ${one.record}"`;
    const crash = "process.on('SIGUSR2', () => { throw Object.assign(new Error(process.env.WORDS), process.env) })";
    const preload = ['--import', `data:text/javascript,${crash}`];
    const { child, said, ended, files } = await start({ WORDS: words }, preload);
    child.kill('SIGUSR2');
    expect(await ended).toBe(1);
    expect(said()).toContain('"event":"crashed"');
    for (const text of [said(), ...files()]) expect(detailsIn(text)).toEqual([]);
  });
});

/** Errors as libraries throw them: they quote what they were given wherever they can. */
const QUOTING: readonly ((words: string) => unknown)[] = [
  (words) => new Error(words),
  (words) => words,
  (words) => Object.assign(new TypeError(`x ${words}\n    at ${words} (${words}:1:1)`), { code: words, name: words }),
  (words) => Object.assign(new Error('failed', { cause: new Error(words) }), { detail: words, stack: words }),
];
let quoted = 0;
function fail(...given: readonly unknown[]): never {
  quoted += 1;
  throw QUOTING[quoted % QUOTING.length]?.(JSON.stringify(given));
}

const OPEN = {
  web: async (house: Partial<HouseOptions>) => {
    const { url, close } = await openWeb({ house });
    return { place: webPlace(url), close };
  },
  slack: async (house: Partial<HouseOptions>) => {
    const { slack, close } = await openSlack('http', house);
    return { place: slackPlace(slack), close };
  },
  discord: async (house: Partial<HouseOptions>) => {
    const { fake, close } = await openBot({ house });
    return { place: discordPlace(fake), close };
  },
} as const;

describe.each(Object.entries(OPEN))(
  'on %s, where a part fails and quotes what it was given',
  { timeout: 120_000 },
  (_, open) => {
    const store = {
      get: async (key: string) => fail(key),
      set: async (...given: unknown[]) => fail(given),
      claim: async (...given: unknown[]) => fail(given),
      close: async () => {},
    };

    it.for(['core', 'store', 'ledger', 'watcher'] as const)('nothing of it is told: the %s', async (part) => {
      const assistant = await shippedAssistant();
      const lines: string[] = [];
      const flight = createFlight();
      const metrics = createMetrics({ token: METRICS, flight, parts: () => ({}) });
      const log = metrics.countErrors(
        createLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } }),
      );
      const desk = { current: () => (part === 'core' ? { ...assistant, reply: fail } : assistant) };
      const ledger = part === 'ledger' ? { ...noLedger, count: async (...given: unknown[]) => fail(given) } : noLedger;
      const recorder = createRecorder({ ledger, desk, log, now: Date.now });
      const broken = { onTurn: (...given: unknown[]) => fail(given) };
      const watchers = [metrics.watcher, recorder, ...(part === 'watcher' ? [broken] : [])];
      const { place, close } = await open({ desk, log, flight, watchers, ...(part === 'store' ? { store } : {}) });
      for (const message of MESSAGES.filter((_, i) => i % 5 === 0)) await place.tell(message);
      await place.trouble(one);
      await close();
      await recorder.close();
      await log.flush();
      expect(lines.filter((line) => line.includes('"level":"error"')).length).toBeGreaterThan(0);
      const shown = await metrics
        .routes?.({} as House)
        .app.request('/', { headers: { authorization: `Bearer ${METRICS}` } });
      expectNobody([place], [...lines, (await shown?.text()) ?? '']);
    });
  },
);
