import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { COMMANDS, commandsFor } from '../../../adapters/discord/commands.ts';
import { registerCommands } from '../../../adapters/discord/register-commands.ts';
import { registerSettings } from '../../../adapters/discord/settings.ts';
import { readSettings } from '../../../adapters/shared/index.ts';
import { shippedAssistant } from '../../support.ts';
import { APPLICATION, GUILD, openFakeDiscord, TOKEN } from './fake/discord.ts';
import { breachesOfCommands, type Json } from './fake/limits.ts';

const ROOT = join(import.meta.dirname, '../../..');

describe('the commands', () => {
  it('keep every limit, work everywhere, and say what the bot is not for', async () => {
    const commands = commandsFor((await shippedAssistant()).knowledge);
    expect(breachesOfCommands(commands as unknown as Json[])).toEqual([]);
    expect(commands.map(({ name }) => name)).toEqual(Object.values(COMMANDS));
    for (const command of commands) expect(command).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
    for (const command of commands.slice(0, 2))
      expect(command).toMatchObject({
        description: expect.stringMatching(/general education.*not for personal health/iu),
      });
  });
});

describe('npm run discord:register', () => {
  const open = async () => {
    const fake = await openFakeDiscord();
    onTestFinished(() => fake.close());
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_APPLICATION_ID: APPLICATION, DISCORD_API_URL: fake.url };
    const { knowledge } = await shippedAssistant();
    const register = async (more: Record<string, string> = {}) =>
      (await registerCommands(readSettings(registerSettings, { ...env, ...more }), commandsFor(knowledge))).join('\n');
    const writes = () => fake.world.requests.filter((line) => line.startsWith('PUT'));
    return { fake, env, register, writes };
  };
  const run = (args: readonly string[], env: Record<string, string>) =>
    new Promise<{ code: number; said: string }>((resolve) => {
      const options = { cwd: ROOT, env: { ...process.env, ...env } };
      execFile(process.execPath, ['adapters/discord/register.ts', ...args], options, (error, out, err) =>
        resolve({ code: error === null ? 0 : Number(error.code), said: `${out}${err}` }),
      );
    });

  it('says what changes, and changes nothing twice', async () => {
    const { fake, register, writes } = await open();
    expect(await register()).toBe('+ faq\n+ faq-compare\n+ privacy\n+ Ask the FAQ about this\nregistered everywhere');
    expect(await register()).toBe('nothing to change everywhere');
    expect(writes()).toHaveLength(1);
    const there = fake.world.commands.get('everywhere') ?? [];
    const gone = { name: 'gone', type: 1 };
    fake.world.commands.set('everywhere', [{ ...there[0], description: 'old' }, ...there.slice(1), gone]);
    expect(await register()).toBe('~ faq: description\n- gone\nregistered everywhere');
    expect(fake.world.commands.get('everywhere')).toHaveLength(4);
  });

  it('registers in one server while developing, by option or by setting', async () => {
    const { fake, env, register } = await open();
    expect((await run(['--guild', GUILD], env)).said).toContain(`registered in server ${GUILD}\n`);
    expect(await register({ DISCORD_GUILD_ID: GUILD })).toBe(`nothing to change in server ${GUILD}`);
    expect([...fake.world.commands.keys()]).toEqual([GUILD]);
  });

  it('says in one line that an option is wrong', async () => {
    const { env } = await open();
    const { code, said } = await run(['--server', '1'], env);
    expect({ code, said }).toEqual({
      code: 1,
      said: expect.stringMatching(/^discord:register: the only option.*\n$/u),
    });
  });

  it.for([
    ['a wrong token', { DISCORD_TOKEN: 'wrong' }, 'DISCORD_TOKEN: Discord does not take it'],
    ['no application', { DISCORD_APPLICATION_ID: '' }, 'DISCORD_APPLICATION_ID: is not set'],
    ['another application', { DISCORD_APPLICATION_ID: '12' }, 'DISCORD_APPLICATION_ID or the server is not known'],
    ['a wrong server', { DISCORD_GUILD_ID: 'mine' }, 'DISCORD_GUILD_ID: expected the digits of a Discord id'],
    [
      'plain http elsewhere',
      { DISCORD_API_URL: 'http://discord.example/api' },
      'http:// is taken on this machine only',
    ],
    ['an address with a version', { DISCORD_API_URL: 'https://discord.example/api/v10' }, 'without the version'],
    ['an address where nobody is', { DISCORD_API_URL: 'http://127.0.0.1:9/api' }, 'cannot be reached (ECONNREFUSED)'],
  ] as const)('says in one line what is wrong: %s', async ([, env, line]) => {
    const { register, writes } = await open();
    const error = await register(env).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'SettingsError', lines: [expect.stringContaining(line)] });
    expect(String(error)).not.toContain(TOKEN);
    expect(writes()).toEqual([]);
  });
});
