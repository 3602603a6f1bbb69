import { spawn } from 'node:child_process';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOfKnowledge, KNOWLEDGE } from '../support.ts';

const ROOT = join(import.meta.dirname, '../..');

interface Run {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}
interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Stops reading after the first bytes, as `head -1` does. */
  readonly impatient?: true;
}

/** Runs the real command: what it prints, and how it ends. */
function ask(args: readonly string[], { input = '', env = {}, impatient }: RunOptions = {}): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'tools/ask.ts'), ...args], {
      cwd: ROOT,
      env: { ...process.env, KNOWLEDGE_DIR: KNOWLEDGE, ...env },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += chunk;
      if (impatient) child.stdout.destroy();
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.stdin.on('error', () => {}); // it may end before it has read everything
    child.on('close', (code) => resolve({ out, err, code }));
    child.stdin.end(input);
  });
}

const jsonLines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('ask', { timeout: 30_000 }, () => {
  it('answers in words, also a text that looks like an option', async () => {
    const { out, err, code } = await ask(['--', '--when can i exercise after the facet shot']);
    expect(out).toContain('24 hours');
    expect([err, code]).toEqual(['', 0]);
  });

  it('answers with one JSON line, and explains itself on standard error: matched, runner-up, why', async () => {
    const { out, err, code } = await ask(['--json', '--explain', 'can i ice', 'the sweling']);
    const [reply, ...more] = jsonLines(out);
    expect(reply).toMatchObject({ id: null, kind: 'answer', level: null });
    expect([more, code]).toEqual([[], 0]);
    for (const said of ['sweling -> swelling', 'best: question recovery/ice', 'runner-up:', 'decision: answer'])
      expect(err).toContain(said);
  });

  it('explains what it doubts', async () => {
    const { err } = await ask(['--explain', 'about fell over when i opened the bill']);
    expect(err).toMatch(/doubt: rule fall-since found injury, urgent/u);
  });

  it('takes an empty text', async () => {
    const { out, code } = await ask(['--json', '']);
    expect(jsonLines(out)[0]).toMatchObject({ kind: 'help', confidence: null });
    expect(code).toBe(0);
  });

  it('is quiet when its reader has seen enough', async () => {
    const input = Array.from({ length: 4_000 }, (_, id) => `{"id":${id},"text":"what are the risks"}\n`).join('');
    const { err, code } = await ask(['--batch'], { input, impatient: true });
    expect([err, code]).toEqual(['', 0]);
  });

  it.for([
    [['--audience', 'boss', 'x'], /audience/u, 2],
    [['--procedure', '99999', 'x'], /no such guide; use one of/u, 2],
    [['--nonsense', 'x'], /unknown option/u, 2],
    [['--batch', 'x'], /leave out the question/u, 2],
    [[], /no question/u, 2],
    [['--knowledge', 'no/such/directory', 'x'], /^ask: .*"no\/such\/directory" is no directory.*\n$/u, 1],
  ] as const)('refuses %j with one clear line', async ([args, said, status]) => {
    const { out, err, code } = await ask(args);
    expect(err).toMatch(said);
    expect(err.trim().split('\n').length).toBeLessThanOrEqual(2);
    expect([out, code]).toEqual(['', status]);
  });

  it('lists every fault of a faulty knowledge, and answers nothing', async () => {
    const directory = await copyOfKnowledge();
    await writeFile(join(directory, 'clinic.yaml'), 'demo: true\n');
    const { out, err, code } = await ask(['x'], { env: { KNOWLEDGE_DIR: directory } });
    for (const field of ['phone', 'hours', 'emergency_number'])
      expect(err).toMatch(new RegExp(`clinic\\.yaml:\\d+: ${field}`, 'u'));
    expect([out, code]).toEqual(['', 1]);
  });

  it('answers a batch, also about a made-up third procedure from another directory, with no code change', async () => {
    const directory = await copyOfKnowledge();
    await cp(join(import.meta.dirname, 'third-procedure.yaml'), join(directory, 'procedures', '90001.yaml'));
    const texts = [
      'when can i work out after the moonbeam knee wrap',
      'how much is 90001',
      'when can i exercise after the facet shot',
      'can i do sport after the moonbem wrap',
    ];
    const lines = texts.map((text, id) => JSON.stringify({ id, text: `${text}\u2028`, audience: 'patient' }));
    const { out, err, code } = await ask(['--knowledge', directory, '--batch'], {
      input: `\ufeff${lines.join('\r\n')}\nnot json`,
    });
    const [exercise, cost, facet, mistyped, faulty] = jsonLines(out);
    expect(exercise).toMatchObject({
      kind: 'answer',
      procedure: '90001',
      lead: ['90001/recovery/strenuous-activity'],
    });
    expect(exercise.text).toContain('six days');
    expect(cost.procedure).toBe('90001');
    expect(facet.text).not.toContain('six days');
    expect(mistyped.procedure).toBe('90001');
    expect(faulty).toEqual({ id: null, error: expect.any(String) });
    expect(err).toContain('1 of 5 lines were faulty');
    expect(code).toBe(1);
  });
});
