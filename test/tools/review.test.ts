import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { dayOf, loadKnowledge } from '#core';
import { silentLog } from '../../adapters/shared/index.ts';
import { openState } from '../../adapters/store/index.ts';
import { count } from '../adapters/desk/open-desk.ts';
import { copyOfKnowledge, KNOWLEDGE } from '../support.ts';

const ROOT = join(import.meta.dirname, '../..');
const FACT = '20957/recovery/ice';

/** A data directory with two days of counts and words; the commands run on it. */
async function open() {
  const DATA_DIR = await mkdtemp(join(tmpdir(), 'review-'));
  onTestFinished(() => rm(DATA_DIR, { recursive: true, force: true }));
  const { ledger, close } = await openState({ DATA_DIR }, silentLog);
  for (const day of ['2026-01-01', '2026-02-01']) {
    await ledger.count([count({ day, about: 'recovery/ice' })]);
    await ledger.keep({ day, channel: 'web', about: null, text: `words of ${day}` });
  }
  await close();
  const run = (tool: string, ...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const env = { ...process.env, DATA_DIR, KNOWLEDGE_DIR: KNOWLEDGE };
      execFile(process.execPath, [join(ROOT, `tools/${tool}.ts`), ...args], { cwd: DATA_DIR, env }, (error, out, err) =>
        resolve({ code: Number(error?.code ?? 0), out, err }),
      );
    });
  const exported = async (...args: string[]) =>
    (await run('review', 'export', ...args)).out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  return { run, exported };
}

describe('npm run review', () => {
  it('exports counters, words and reviews as JSON lines, of all days or of some', async () => {
    const { exported } = await open();
    const all = await exported();
    expect(all).toMatchObject([
      { record: 'count', day: '2026-01-01', about: 'recovery/ice', times: 1 },
      { record: 'count', day: '2026-02-01' },
      { record: 'words', text: 'words of 2026-01-01', state: 'new' },
      { record: 'words', text: 'words of 2026-02-01' },
    ]);
    const some = await exported('--from', '2026-01-15', '--to', '2026-02-01');
    expect(some.map(({ record, day }) => [record, day])).toEqual([
      ['count', '2026-02-01'],
      ['words', '2026-02-01'],
    ]);
  });

  it('purges words before a day, and with --all the counters too', async () => {
    const { run, exported } = await open();
    expect((await run('review', 'purge', '--before', '2026-01-15')).out).toContain('1 kept words');
    expect((await exported()).filter(({ record }) => record === 'words')).toHaveLength(1);
    expect((await run('review', 'purge', '--all')).out).toContain('all words and counters');
    expect(await exported()).toEqual([]);
  });

  it.for([
    [['purge', '--all', '--before', '2026-01-01'], 'not both'],
    [['purge', '--before', '2026-02-30'], 'is no day'],
    [['export', '--from', 'yesterday'], 'is no day'],
  ])('refuses %o in one clear line', async ([args, said]) => {
    const { code, err } = await (await open()).run('review', ...(args as string[]));
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toEqual([expect.stringContaining(said as string)]);
  });
});

describe('npm run knowledge:review', () => {
  it('signs an entry in place, keeps the comments and the note, and records it', async () => {
    const { run, exported } = await open();
    const directory = await copyOfKnowledge();
    const read = () => readFile(join(directory, 'procedures/20957.yaml'), 'utf8');
    const before = await read();
    const args = [
      '--by',
      'Ann Lee, RN',
      '--entry',
      FACT,
      'cautions/food',
      '--on',
      '2026-01-15',
      '--knowledge',
      directory,
    ];
    const { code, out } = await run('knowledge-review', ...args);
    expect([code, out]).toEqual([0, expect.stringContaining('next review 2027-01-15')]);
    const { facts, cautions, version } = await loadKnowledge(directory);
    const signed = { state: 'approved', by: 'Ann Lee, RN', on: '2026-01-15', next: '2027-01-15' };
    expect(facts.get(FACT)?.review).toMatchObject(signed);
    expect(facts.get(FACT)?.review.note).toMatch(/^C3/u);
    expect(cautions.get('food')?.review).toMatchObject(signed);
    const changed = (await read()).split('\n').filter((line, index) => line !== before.split('\n')[index]);
    expect(changed).toHaveLength(1);
    expect((await exported()).filter(({ record }) => record === 'review')).toMatchObject([
      { entry: FACT, by: 'Ann Lee, RN', on: '2026-01-15', version },
      { entry: 'cautions/food' },
    ]);
  });

  it.for([
    [['--entry', 'nope'], 'no entry "nope" to review'],
    [['--entry', 'gaps/relief-duration'], 'no entry "gaps/relief-duration"'],
    [['--entry', FACT, '--on', '2026-13-01'], 'is no day'],
    [['--entry', FACT, '--on', '2026-01-15', '--next', '2026-01-15'], 'is not after'],
  ])('refuses %o in one clear line, and writes nothing', async ([args, said]) => {
    const directory = await copyOfKnowledge();
    const { version } = await loadKnowledge(directory);
    const { run } = await open();
    const { code, err } = await run('knowledge-review', '--by', 'Ann', ...(args as string[]), '--knowledge', directory);
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toEqual([expect.stringContaining(said as string)]);
    expect((await loadKnowledge(directory)).version).toBe(version);
  });

  it('signs for today where no day is given', async () => {
    const directory = await copyOfKnowledge();
    await (await open()).run('knowledge-review', '--by', 'Ann', '--entry', FACT, '--knowledge', directory);
    expect((await loadKnowledge(directory)).facts.get(FACT)?.review.on).toBe(dayOf(Date.now()));
  });
});
