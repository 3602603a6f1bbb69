import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOfKnowledge, KNOWLEDGE } from '../../support.ts';

const MAIN = join(import.meta.dirname, '../../../adapters/terminal/main.ts');

/** Runs the real program through a pipe: what it prints, and how it ends. */
function chat(input: string, env: Readonly<Record<string, string>> = {}) {
  return new Promise<{ out: string; err: string; code: number | null }>((resolve) => {
    const child = spawn(process.execPath, [MAIN], {
      env: { ...process.env, KNOWLEDGE_DIR: KNOWLEDGE, FORCE_COLOR: '1', ...env },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.stdin.on('error', () => {});
    child.on('close', (code) => resolve({ out, err, code }));
    child.stdin.end(input);
  });
}

describe('npm run chat', { timeout: 30_000 }, () => {
  it('works through a pipe: every line is answered, no prompt, no escape codes, no wrapping', async () => {
    const { out, err, code } = await chat('when can i exercise\n2\ni cant breathe\n/quit\nnot read any more\n');
    expect([err, code]).toEqual(['', 0]);
    expect(out).not.toMatch(/\p{Cc}\[|> $/mu);
    for (const said of ['/help shows more', '48 hours', 'You chose: Mine is: ', 'EMERGENCY'])
      expect(out).toContain(said);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeGreaterThan(100);
  });

  it('lists every fault of a faulty knowledge and ends with status 1', async () => {
    const directory = await copyOfKnowledge();
    await writeFile(join(directory, 'clinic.yaml'), 'demo: true\n');
    const { out, err, code } = await chat('hello\n', { KNOWLEDGE_DIR: directory });
    for (const field of ['phone', 'hours', 'emergency_number']) expect(err).toContain(`: ${field}`);
    expect([out, code]).toEqual(['', 1]);
  });

  it('says in one line what is wrong with a setting', async () => {
    const { err, code } = await chat('', { KNOWLEDGE_DIR: 'no/such/directory', AUDIENCE: 'boss' });
    expect(err).toMatch(/^chat: AUDIENCE: .+ see \.env\.example\n$/u);
    expect(code).toBe(1);
  });
});
