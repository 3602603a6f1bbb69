import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Hono } from 'hono';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDoor, listen } from '../../adapters/shared/index.ts';
import { examine, type Options, toLine } from '../../tools/doctor/index.ts';
import { checkClock, checkNode, checkPorts } from '../../tools/doctor/machine.ts';
import { checkState } from '../../tools/doctor/state.ts';
import { opened } from '../adapters/store/open-state.ts';
import { edit } from '../knowledge/edit.ts';
import { copyOfKnowledge, KNOWLEDGE } from '../support.ts';

const ROOT = join(import.meta.dirname, '../..');

async function emptyDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'doctor-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** What the doctor says of a machine that is set up well but for these settings. */
async function says(environment: Readonly<Record<string, string>> = {}, options: Options = {}): Promise<string> {
  const given = { KNOWLEDGE_DIR: KNOWLEDGE, DATA_DIR: join(await emptyDirectory(), 'data'), PORT: '0', ...environment };
  return (await examine(given, options)).map(toLine).join('\n');
}

describe('the doctor', () => {
  it('finds nothing to mend on a fresh checkout, and leaves nothing behind', async () => {
    const directory = await emptyDirectory();
    const said = await says({ DATA_DIR: join(directory, 'data') });
    expect(said).not.toContain('fail');
    for (const about of ['node', 'settings', 'web', 'knowledge', 'data', 'clock', 'port'])
      expect(said).toMatch(new RegExp(`^ok +${about} `, 'mu'));
    expect(said).toMatch(/^warn +knowledge +clinic\.yaml is the made-up demo clinic/mu);
    expect(await readdir(directory)).toEqual([]);
  });

  it('tells every bad setting once, whoever reads it, and never its value', async () => {
    const said = await says({
      HOST: 'hunter2 here',
      LOG_LEVEL: 'hunter2',
      METRICS_TOKEN: 'hunter2',
      DATABASE_URL: 'mysql://ann:hunter2@db/x',
      TRUST_PROXY: 'hunter2',
    });
    for (const name of ['HOST', 'LOG_LEVEL', 'METRICS_TOKEN', 'DATABASE_URL', 'TRUST_PROXY'])
      expect(said.match(new RegExp(`^fail .* ${name}: `, 'gmu'))).toHaveLength(1);
    expect(said).not.toContain('hunter2');
  });

  it('doubts secrets that look wrongly pasted, without showing them', async () => {
    const said = await says({ SLACK_APP_TOKEN: '"xapp-hunter2"', SLACK_SIGNING_SECRET: 'a'.repeat(32) });
    expect(said).toMatch(/^warn +settings +SLACK_APP_TOKEN: does not look like one/mu);
    expect(said).not.toContain('SLACK_SIGNING_SECRET: does not look');
    expect(said).not.toContain('hunter2');
  });

  it('finds names in the file that nobody reads', async () => {
    const file = join(await emptyDirectory(), '.env');
    await writeFile(file, 'PORT=0\nTRUST_PROXYS=hunter2\n#KNOWLEGDE_DIR=x\n');
    const said = await says({}, { file });
    expect(said.match(/no program reads it/gu)).toHaveLength(1);
    expect(said).toMatch(/^warn +settings +TRUST_PROXYS: no program reads it/mu);
    expect(said).not.toContain('hunter2');
  });

  it('reads what each channel needs, and says which are off', async () => {
    const off = await says({ SLACK_APP_TOKEN: 'xapp-1-A1-1-b' });
    expect(off).toMatch(/^warn +slack +not set up, although SLACK_APP_TOKEN is set/mu);
    expect(off).toMatch(/^ok +discord +not set up/mu);
    const slack = await says({
      SLACK_BOT_TOKEN: 'hunter2',
      DISCORD_TOKEN: 'hunter2',
      DISCORD_API_URL: 'http://x.example',
    });
    expect(slack).toMatch(/^fail +\w+ +SLACK_BOT_TOKEN: expected a token that begins with xoxb-/mu);
    expect(slack).toMatch(/^fail +slack +SLACK_APP_TOKEN: is not set/mu);
    expect(slack).toMatch(/^fail +discord +DISCORD_API_URL: http:/mu);
    expect(slack).not.toContain('hunter2');
    const both = await says({
      SLACK_BOT_TOKEN: 'xoxb-1-2-c',
      SLACK_APP_TOKEN: 'xapp-1-A1-1-b',
      DISCORD_TOKEN: 'hunter2',
    });
    expect(both).toMatch(/^ok +slack +undici can ping/mu);
    expect(both).toMatch(/^fail +discord +discord: clinic\.yaml is the demo clinic/mu);
    expect(both).toMatch(/^warn +settings +DISCORD_TOKEN: does not look like one/mu);
  });

  it('refuses the demo clinic as the program would', async () => {
    expect(await says({ HOST: '0.0.0.0' })).toMatch(/^fail +web +web: clinic\.yaml is the demo clinic/mu);
    expect(await says({ HOST: '0.0.0.0', CLINIC_DEMO: 'allow' })).not.toContain('fail');
    expect(await says({ TRUST_PROXY: '1' })).toMatch(/^fail +knowledge +.*demo clinic, and TRUST_PROXY says/mu);
  });

  it('reads the knowledge: missing, faulty, wrong, overdue', async () => {
    expect(await says({ KNOWLEDGE_DIR: 'no/such' })).toMatch(/^fail +knowledge +.*set KNOWLEDGE_DIR/mu);
    const copy = await copyOfKnowledge();
    const review = (state: string) => (text: string) => text.replace('{state: unreviewed}', `{${state}}`);
    await edit(copy, 'procedures/20962.yaml', review('state: approved, by: A Nurse, on: 2025-01-15, next: 2026-01-15'));
    expect(await says({ KNOWLEDGE_DIR: copy })).toMatch(/^warn +knowledge +1 review overdue/mu);
    await edit(copy, 'procedures/20962.yaml', review('state: approved'));
    expect(await says({ KNOWLEDGE_DIR: copy })).toMatch(/^fail +knowledge +1 error; npm run knowledge:check/mu);
    await edit(copy, 'procedures/20962.yaml', review('state: perhaps'));
    expect(await says({ KNOWLEDGE_DIR: copy })).toMatch(/^fail +knowledge +1 fault; npm run knowledge:check/mu);
  });

  it('looks at the file of counts: none, good, newer, damaged, no place for one', async () => {
    const DATA_DIR = await emptyDirectory();
    const look = async (directory = DATA_DIR) =>
      (await checkState({ DATA_DIR: directory })).findings.map(toLine).join('\n');
    expect(await look()).toContain('no tables yet');
    const { ledger, close } = await opened({ DATA_DIR });
    await ledger.record({ entry: 'e', by: 'A nurse', on: '2026-01-15', version: 'abc' });
    await close();
    expect(await look()).toContain('ok    data       the tables are up to date');
    const file = join(DATA_DIR, 'ledger.sqlite');
    const database = new DatabaseSync(file);
    database.exec(`insert into kysely_migration values ('999-later', '2026-01-15')`);
    database.close();
    expect(await look()).toContain('fail  data       the tables are of a newer release');
    await writeFile(file, 'my name is Ann');
    expect(await look()).toMatch(/^fail +data +DATA_DIR: .* cannot be read as a database/mu);
    expect(await look(join(file, 'below'))).toMatch(/^fail +data +DATA_DIR: .*cannot be written/mu);
  });

  it('looks at the port: free, taken, taken by the bot itself', async () => {
    const serve = async (app: Hono) => {
      const server = await listen(app, '127.0.0.1', 0);
      onTestFinished(() => server.close());
      return server;
    };
    const look = async (port: number, slack = 0) =>
      (
        await checkPorts('127.0.0.1', [
          ['PORT', port],
          ['SLACK_PORT', slack],
        ])
      )
        .map(toLine)
        .join('\n');
    const taken = await serve(new Hono());
    expect(await look(taken.port)).toMatch(/^fail +port +PORT: port \d+ is taken/u);
    expect(await look(0, taken.port)).toMatch(/^fail +port +SLACK_PORT: port \d+ is taken.* set SLACK_PORT to/mu);
    await taken.close();
    expect(await look(taken.port)).toMatch(/^ok +port +PORT: \d+ is free/u);
    const own = await serve(createDoor(() => ({ program: true })));
    expect(await look(own.port)).toMatch(/^ok +port +PORT: the bot runs on \d+ already$/u);
  });

  it('looks at the clock: the year, and a server to compare with where one is given', async () => {
    const now = Date.UTC(2026, 5, 1);
    let date = new Date(now).toUTCString();
    const server = createServer((_request, response) => response.setHeader('date', date).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    const states = async (...args: Parameters<typeof checkClock>) =>
      (await checkClock(...args)).map(({ state }) => state);
    expect(await states(now, null, undefined)).toEqual(['ok']);
    expect(await states(Date.UTC(1970, 0, 1), null, undefined)).toEqual(['fail']);
    expect(await states(now, 900, url)).toEqual(['ok', 'ok']);
    expect(await states(now, -20_000, undefined)).toEqual(['warn']);
    date = new Date(now - 300_000).toUTCString();
    const [late] = await checkClock(now, null, url);
    expect(late).toMatchObject({ state: 'fail', says: expect.stringContaining('300 s ahead of that server') });
    expect(await states(now, null, 'http://127.0.0.1:1')).toEqual(['warn']);
  });

  it('wants the Node that package.json wants', () => {
    expect(checkNode().state).toBe('ok');
    expect(['20.20.2', '24.14.0', '24.15.0', '26.0.0'].map((version) => checkNode(version).state)).toEqual([
      'fail',
      'fail',
      'ok',
      'ok',
    ]);
  });
});

describe('npm run doctor', () => {
  it('reads the given file, prints a line for each check, and ends with 1 where something must be mended', async () => {
    const directory = await emptyDirectory();
    const run = async (settings: string) => {
      const file = join(directory, 'settings');
      await writeFile(file, `KNOWLEDGE_DIR=${KNOWLEDGE}\nDATA_DIR=${directory}/data\nPORT=0\n${settings}`);
      const { stdout, stderr, status } = spawnSync(process.execPath, ['tools/doctor.ts', '--env', file], {
        cwd: ROOT,
        encoding: 'utf8',
        env: { PATH: process.env.PATH },
      });
      return { stdout, stderr, status };
    };
    const good = await run('');
    expect(good).toMatchObject({ status: 0, stderr: '' });
    expect(
      good.stdout
        .trim()
        .split('\n')
        .every((line) => /^(?:ok|warn) +[a-z]+ +\S/u.test(line)),
    ).toBe(true);
    const bad = await run('METRICS_TOKEN=hunter2\nDATABASE_URL=hunter2\n');
    expect(bad.status).toBe(1);
    expect(bad.stdout.match(/^fail /gmu)).toHaveLength(2);
    expect(bad.stdout + bad.stderr).not.toContain('hunter2');
    await mkdir(join(directory, 'folder'));
    const none = spawnSync(process.execPath, ['tools/doctor.ts', '--env', join(directory, 'folder')], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(none).toMatchObject({ status: 1, stdout: '' });
    expect(none.stderr).toMatch(/^doctor: .*cannot be read/u);
  });
});
