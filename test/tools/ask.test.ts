import { spawn } from 'node:child_process';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOfKnowledge, KNOWLEDGE } from '../support.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Runs the real command: what it prints, and how it ends. */
function ask(
  args: readonly string[],
  input = '',
  cwd = ROOT,
): Promise<{ out: string; err: string; code: number | null }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'tools/ask.ts'), '--knowledge', KNOWLEDGE, ...args], {
      cwd,
      env: { ...process.env, KNOWLEDGE_DIR: '' },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('close', (code) => resolve({ out, err, code }));
    child.stdin.end(input);
  });
}

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('ask', () => {
  it('answers a question in words, and as one JSON line of the contract', async () => {
    const [words, json] = await Promise.all([
      ask(['when can i exercise after the facet shot']),
      ask(['--json', 'when can i exercise after the facet shot']),
    ]);
    expect(words).toMatchObject({ code: 0, err: '' });
    expect(words.out).toContain('24 hours');
    const [reply] = lines(json.out);
    expect(Object.keys(reply)).toEqual([
      'id',
      'kind',
      'level',
      'procedure',
      'lead',
      'points',
      'confidence',
      'text',
      'ms',
    ]);
    expect(reply).toMatchObject({ kind: 'answer', level: null });
    expect(reply.confidence).toBeGreaterThan(0);
    expect(reply.confidence).toBeLessThanOrEqual(1);
  });

  it('answers a batch in order, sessions as conversations, faulty lines with their own error', async () => {
    const input = [
      { id: 1, text: 'how do i prepare for the facet injection', session: 's' },
      { id: 'b', text: '' },
      { id: 3, text: 'can i ice it', session: 's' },
      { id: 4, text: 'can i ice it' },
      { id: 5, text: 'i cant breathe', audience: 'staff' },
      { id: 6 },
      { id: 7, text: 'x', procedure: 'nope' },
    ];
    const { out, code } = await ask(['--batch'], `${input.map((line) => JSON.stringify(line)).join('\n')}\nnot json\n`);
    const replies = lines(out);
    expect(replies.map((reply) => reply.id)).toEqual([1, 'b', 3, 4, 5, 6, 7, null]);
    expect(replies[2].procedure).toBe(replies[0].procedure);
    expect(replies[3].procedure).toBeNull();
    expect(replies[1]).toMatchObject({ kind: 'help', confidence: null });
    expect(replies[4]).toMatchObject({ kind: 'escalate', level: 'emergency', lead: [], points: [], confidence: null });
    for (const faulty of replies.slice(5)) expect(Object.keys(faulty)).toEqual(['id', 'error']);
    expect(code).toBe(1);
  });

  it('explains itself: understood, matched, runner-up', async () => {
    const { err } = await ask(['--explain', 'can i ice the sweling']);
    expect(err).toMatch(/spelling: sweling -> swelling/u);
    expect(err).toMatch(/best: recovery\/ice/u);
    expect(err).toMatch(/runner-up:/u);
  });

  it.for([
    [['--audience', 'boss', 'x'], /audience/u],
    [['--procedure', '99999', 'x'], /no such guide/u],
    [['--nonsense', 'x'], /unknown option/u],
    [['--knowledge', 'no/such/directory', 'x'], /cannot be read/u],
    [[], /no question/u],
  ] as const)('refuses %s with one clear line', async ([args, said]) => {
    const { err, code } = await ask(args);
    expect(err).toMatch(said);
    expect(code).not.toBe(0);
  });

  it('takes a made-up third procedure from another directory, with no code change', async () => {
    const directory = await copyOfKnowledge();
    await cp(join(import.meta.dirname, 'third-procedure.yaml'), join(directory, 'procedures', '90001.yaml'));
    const input = [
      'when can i exercise after the moonbeam knee wrap',
      'how much is 90001',
      'when can i exercise after the facet shot',
      'can i do sport after the moonbem wrap',
    ].map((text, id) => JSON.stringify({ id, text }));
    const { out, code, err } = await ask(['--knowledge', directory, '--batch'], `${input.join('\n')}\n`);
    expect(err).toBe('');
    const replies = lines(out);
    expect(replies[0]).toMatchObject({
      kind: 'answer',
      procedure: '90001',
      lead: ['90001/recovery/strenuous-activity'],
    });
    expect(replies[0].text).toContain('six days');
    expect(replies[1]).toMatchObject({ procedure: '90001' });
    expect(replies[2].text).not.toContain('six days');
    expect(replies[3].procedure).toBe('90001');
    expect(code).toBe(0);
  });

  it('starts with no faulty knowledge, and lists the faults', async () => {
    const directory = await copyOfKnowledge();
    await writeFile(join(directory, 'clinic.yaml'), 'demo: true\n');
    const { err, code } = await ask(['--knowledge', directory, 'x']);
    expect(err).toMatch(/clinic\.yaml:\d+: phone/u);
    expect(code).toBe(1);
  });
});
