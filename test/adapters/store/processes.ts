import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

export interface Program {
  readonly child: ChildProcess;
  /** What it printed so far. */
  said(): string;
  /** Its exit status, null where it was killed. */
  readonly ended: Promise<number | null>;
}

/** Runs a program of this project with these settings; it is killed at the latest when the test is over. */
export function run(args: readonly string[], env: Readonly<Record<string, string>>, cwd = ROOT): Program {
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, LOG_LEVEL: 'error', ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
  return { child, said: () => said, ended: once(child, 'close').then(([code]) => code) };
}

/** `npm start` on a free port, as one of several replicas. */
export async function startReplica(env: Readonly<Record<string, string>>) {
  const program = run(
    scripts.start
      .replace(/^exec /u, '')
      .split(' ')
      .slice(1),
    { HOST: '127.0.0.1', PORT: '0', ...env },
  );
  await expect.poll(program.said, { timeout: 20_000 }).toContain('http://127.0.0.1:');
  const url = /http:\/\/[\d.:]+/u.exec(program.said())?.[0] ?? '';
  return {
    ...program,
    url,
    get: (path: string, headers: Record<string, string> = {}) => fetch(`${url}${path}`, { headers }),
    /** Asks a question on the web and gets the reply's text. */
    ask: async (text: string, conversation: string) => {
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ conversation, text }),
      });
      expect(response.status).toBe(200);
      return ((await response.json()) as { text: string }).text;
    },
  };
}
