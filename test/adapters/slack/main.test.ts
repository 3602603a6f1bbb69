import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type onTestFinished } from 'vitest';
import { KNOWLEDGE } from '../../support.ts';
import { type FakeSlack, type Mode, openFakeSlack } from './fake/slack.ts';

const ROOT = join(import.meta.dirname, '../../..');
const ALONE = [process.execPath, join(ROOT, 'adapters/slack/main.ts')];
const ALL = [process.execPath, join(ROOT, 'adapters/main.ts')];
const NPM_START = ['npm', 'start', '--prefix', ROOT];

interface Run {
  readonly env?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  /** Before the program starts. */
  readonly prepare?: (slack: FakeSlack) => void;
}

/** The real program, and a Slack on loopback. */
async function run(mode: Mode, whenDone: typeof onTestFinished, { env = {}, command = ALONE, prepare }: Run = {}) {
  const slack = await openFakeSlack(mode);
  prepare?.(slack);
  const directory = await mkdtemp(join(tmpdir(), 'slack-'));
  const [file = '', ...args] = command;
  const child = spawn(file, args, {
    cwd: directory,
    env: {
      PATH: process.env.PATH,
      KNOWLEDGE_DIR: KNOWLEDGE,
      DATA_DIR: directory,
      DISCORD_TOKEN: '',
      PORT: '0',
      ...slack.env,
      ...env,
    },
  });
  const said = { out: '', err: '' };
  const waiting: { stream: 'out' | 'err'; pattern: RegExp; resolve: (found: RegExpExecArray) => void }[] = [];
  const look = () => {
    for (const { stream, pattern, resolve } of waiting) {
      const found = pattern.exec(said[stream]);
      if (found) resolve(found);
    }
  };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
    look();
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
    look();
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  whenDone(async () => {
    child.kill('SIGKILL');
    await ended;
    await slack.close();
    await rm(directory, { recursive: true, force: true });
  });
  return {
    slack,
    said,
    ended,
    stop: () => child.kill('SIGTERM'),
    says: (stream: 'out' | 'err', pattern: RegExp) =>
      new Promise<RegExpExecArray>((resolve) => {
        waiting.push({ stream, pattern, resolve });
        look();
      }),
  };
}

/** Each waits for a process to start. */
describe.concurrent('npm run start:slack', { timeout: 60_000 }, () => {
  it('says when it is ready over socket, shows its health, and stops in order with an answer in flight', async ({
    expect,
    onTestFinished,
  }) => {
    const { slack, says, stop, ended, said } = await run('socket', onTestFinished);
    expect((await says('out', /^.*slack ready.*$/mu))[0]).toBe('slack ready by Socket Mode, for staff');
    const port = (await says('err', /"event":"started"/u)) && /"port":(\d+)/u.exec(said.err)?.[1];
    const health = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    expect((await health('/healthz')).status).toBe(200);
    expect(await (await health('/readyz')).json()).toMatchObject({ ok: true, parts: { program: true, slack: true } });
    slack.fail('chat.postMessage', { status: 503 }, { status: 503 });
    await slack.deliver(slack.directMessage('can i ice it'));
    stop();
    expect(await ended).toBe(0);
    expect(slack.posted).toHaveLength(1);
  });

  it('does the same over http, beside the web chat, and when npm gets the signal', async ({
    expect,
    onTestFinished,
  }) => {
    const { slack, says, stop, ended } = await run('http', onTestFinished, { command: NPM_START });
    const [, url = ''] = await says('out', /The chat is at (\S+)/u);
    const [, address = ''] = await says('out', /slack ready at (\S+), for staff/u);
    slack.setAddress(address);
    expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({
      ok: true,
      parts: { program: true, slack: true },
    });
    slack.fail('chat.postMessage', { status: 503 });
    await slack.deliver(slack.directMessage('can i ice it'));
    stop();
    expect(await ended).toBe(0);
    expect(slack.posted).toHaveLength(1);
  });

  it.for([
    ['SLACK_BOT_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-bad' }, 'http'],
    ['SLACK_APP_TOKEN', { SLACK_APP_TOKEN: 'xapp-bad' }, 'socket'],
  ] as const)(
    'ends with one line where Slack refuses %s',
    async ([variable, env, mode], { expect, onTestFinished }) => {
      const { ended, said } = await run(mode, onTestFinished, { env });
      expect(await ended).toBe(1);
      expect(said.out).toBe('');
      expect(said.err).toBe(
        `slack: ${variable}: Slack says invalid_auth; copy the token again from the app's settings (docs/slack.md)\n`,
      );
    },
  );

  it('ends with one line where Slack cannot be reached', async ({ expect, onTestFinished }) => {
    const { ended, said } = await run('socket', onTestFinished, { env: { SLACK_API_URL: 'http://127.0.0.1:9/api' } });
    expect(await ended).toBe(1);
    expect(said.err).toBe('slack: SLACK_API_URL: Slack cannot be reached; check the network and the address\n');
  });

  it('beside the web chat waits for a Slack that cannot be reached', async ({ expect, onTestFinished }) => {
    const { slack, says, stop, ended } = await run('socket', onTestFinished, {
      command: ALL,
      prepare: ({ fail }) => fail('auth.test', ...Array.from({ length: 3 }, () => ({ status: 503 }))),
    });
    const [, url = ''] = await says('out', /The chat is at (\S+)/u);
    await says('err', /^start: SLACK_API_URL: Slack cannot be reached; .*; trying again until it answers$/mu);
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([503, { parts: { program: true, slack: false } }]);
    await says('out', /slack ready/u);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    await slack.deliver(slack.directMessage('can i ice it'));
    stop();
    expect(await ended).toBe(0);
    expect(slack.posted).toHaveLength(1);
  });

  it('beside the web chat ends when Slack, reached at last, refuses the token', async ({ expect, onTestFinished }) => {
    const { ended, said } = await run('socket', onTestFinished, {
      command: ALL,
      env: { SLACK_BOT_TOKEN: 'xoxb-bad', LOG_LEVEL: 'silent' },
      prepare: ({ fail }) => fail('auth.test', ...Array.from({ length: 3 }, () => ({ status: 503 }))),
    });
    expect(await ended).toBe(1);
    expect(said.err).toMatch(
      /trying again until it answers\nstart: SLACK_BOT_TOKEN: Slack says invalid_auth; [^\n]+\n$/u,
    );
  });

  it('ends with one line, and not with 0, when the token is revoked while it runs', async ({
    expect,
    onTestFinished,
  }) => {
    const { slack, says, ended, said } = await run('socket', onTestFinished, { env: { LOG_LEVEL: 'silent' } });
    await says('out', /slack ready/u);
    slack.revoke('bot');
    await Promise.all(['can i ice it', 'can i eat', 'hello'].map((text) => slack.deliver(slack.directMessage(text))));
    expect(await ended).toBe(1);
    expect(said.err).toMatch(/^slack: SLACK_BOT_TOKEN: Slack says invalid_auth; [^\n]+\n$/u);
  });

  it("warns of Slack's terms before it speaks to patients", async ({ expect, onTestFinished }) => {
    const env = { SLACK_AUDIENCE: 'patient', CLINIC_DEMO: 'allow' };
    const { says, stop, ended } = await run('socket', onTestFinished, { env });
    await says('err', /Slack is no place for patients by its own terms/u);
    await says('out', /slack ready by Socket Mode, for patient/u);
    stop();
    expect(await ended).toBe(0);
  });
});
