import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { planDiscord } from '../../../adapters/discord/plan.ts';
import { discordSettings } from '../../../adapters/discord/settings.ts';
import { readSettings } from '../../../adapters/shared/index.ts';
import { shippedAssistant } from '../../support.ts';
import { emptyDirectory } from '../store/open-state.ts';
import { openFakeDiscord, TOKEN } from './fake/discord.ts';
import type { Fault } from './fake/rest.ts';
import { see } from './fake/see.ts';
import { PERSON } from './open-bot.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** A process starts in about a second; on a busy machine in many. */
const LONG = { timeout: 30_000, interval: 20 };

describe('npm run start:discord', { timeout: 60_000 }, () => {
  const start = async (
    env: Record<string, string> = {},
    program = 'discord/main.ts',
    faults: readonly Fault[] = [],
  ) => {
    const fake = await openFakeDiscord();
    fake.world.faults.push(...faults);
    onTestFinished(() => fake.close());
    const given = {
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: fake.url,
      CLINIC_DEMO: 'allow',
      PORT: '0',
      DATA_DIR: await emptyDirectory(),
      ...env,
    };
    const child = spawn(process.execPath, [join('adapters', program)], {
      cwd: ROOT,
      env: { ...process.env, ...given },
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const said = { out: '', err: '' };
    child.stdout.on('data', (data) => (said.out += data));
    child.stderr.on('data', (data) => (said.err += data));
    const ended = once(child, 'exit').then(([code]) => code as number | null);
    const ready = () => expect.poll(() => said.out, LONG).toContain('discord ready');
    /** Lines for people; the log is JSON. */
    const lines = () =>
      said.err
        .trim()
        .split('\n')
        .filter((line) => !line.startsWith('{'));
    return { fake, child, said, ended, ready, lines };
  };

  it('says that it is ready, answers, finishes what is under way at a stop, and ends with 0', async () => {
    const { fake, child, said, ended, ready } = await start({}, 'main.ts');
    await ready();
    const url = /http:\/\/[\d.:]+/u.exec(said.out)?.[0] ?? '';
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ ok: true, parts: { discord: true } });
    fake.world.faults.push({ on: /PATCH/u, how: 'hang', times: 1 });
    const asked = fake.commands(PERSON, 'server', 'faq', { question: 'can i ice it' });
    await expect.poll(() => asked.response, LONG).not.toBeNull();
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(asked.messages.map((message) => see(message).text).join()).toContain('Source:');
    expect(fake.gateway.connected()).toBe(0);
  });

  it('starts alone, also at a second try; a fatal close while running ends it with one line and 1', async () => {
    const reset: Fault = { on: /gateway/u, how: 'reset', times: 1 };
    const { fake, ended, ready, lines } = await start({}, 'discord/main.ts', [reset]);
    await ready();
    fake.gateway.closeWith(4004);
    expect(await ended).toBe(1);
    expect(lines()).toEqual([expect.stringMatching(/^discord: DISCORD_TOKEN: .*4004/u)]);
  });

  it('ends with one line and 1 when Discord does not take the token', async () => {
    const { ended, lines, said } = await start({ DISCORD_TOKEN: 'wrong' });
    expect(await ended).toBe(1);
    expect(lines()).toEqual([expect.stringMatching(/^discord: DISCORD_TOKEN: Discord does not take it/u)]);
    expect(said.out).toBe('');
  });

  it('refuses a missing token, and the demo clinic, since patients are there', async () => {
    expect(() => planDiscord({ DISCORD_TOKEN: ' ' })).toThrow('DISCORD_TOKEN: is not set; see .env.example');
    const { knowledge } = await shippedAssistant();
    expect(() => planDiscord({ DISCORD_TOKEN: 'x' }).accept?.(knowledge)).toThrow(
      'discord: clinic.yaml is the demo clinic',
    );
    expect(() => planDiscord({ DISCORD_TOKEN: 'x', CLINIC_DEMO: 'allow' }).accept?.(knowledge)).not.toThrow();
  });

  it('reads its settings', () => {
    expect(readSettings(discordSettings, { DISCORD_TOKEN: 'x' })).toMatchObject({
      DISCORD_API_URL: 'https://discord.com/api',
    });
    const slash = { DISCORD_TOKEN: 'x', DISCORD_API_URL: 'http://127.0.0.1:1/api/' };
    expect(readSettings(discordSettings, slash).DISCORD_API_URL).toBe('http://127.0.0.1:1/api');
    for (const wrong of [
      { DISCORD_APPLICATION_ID: 'me' },
      { DISCORD_SHARDS: '2' },
      { DISCORD_API_URL: 'http://discord.example' },
    ])
      expect(() => readSettings(discordSettings, { DISCORD_TOKEN: 'x', ...wrong })).toThrow(Object.keys(wrong)[0]);
  });
});
