import { describe, expect, it } from 'vitest';
import { type BotOptions, bot, PERSON } from './open-bot.ts';

/** A busy machine may take its time. */
const LONG = { timeout: 15_000, interval: 5 };

describe('the connection', () => {
  const connected = async () => {
    const opened = await bot();
    const again = async (count: () => number, least: number) => {
      await expect.poll(count, LONG).toBeGreaterThanOrEqual(least);
      await expect.poll(() => opened.channel.ready(), LONG).toBe(true);
      expect((await opened.asks('can i ice it'))[0]?.text).toContain('Source:');
      expect(opened.gaveUp).toEqual([]);
    };
    return { ...opened, again };
  };

  it('is resumed when Discord asks for it, and a repeated event is answered once', async () => {
    const { fake, settle, again } = await connected();
    const pieces = await settle(fake.commands(PERSON, 'server', 'faq-compare'));
    expect(pieces.length).toBeGreaterThan(1);
    fake.gateway.askToReconnect();
    await expect.poll(() => fake.gateway.seen.resumes, LONG).toBe(1);
    fake.gateway.repeat('INTERACTION_CREATE');
    await again(() => fake.world.refused.length, 1);
    expect(fake.world.refused).toEqual([expect.stringContaining('40060')]);
    expect(fake.world.messages).toHaveLength(pieces.length + 1);
  });

  it('is resumed after a cut, and what arrived meanwhile is answered', async () => {
    const { fake, settle, again } = await connected();
    fake.gateway.cut();
    const meanwhile = fake.commands(PERSON, 'server', 'faq', { question: 'can i ice it' });
    expect((await settle(meanwhile))[0]?.text).toContain('Source:');
    await again(() => fake.gateway.seen.resumes, 1);
  });

  it('is made anew when the session is invalid', async () => {
    const { fake, again } = await connected();
    fake.gateway.behaves.resumes = false;
    fake.gateway.cut();
    await again(() => fake.gateway.seen.identifies.length, 2);
    expect(fake.gateway.seen.resumes).toBe(0);
  });

  it('that no longer answers heartbeats is noticed and replaced', async () => {
    const { fake, channel, asks, gaveUp } = await bot({ heartbeatMs: 300 });
    await expect.poll(() => fake.gateway.seen.heartbeats, LONG).toBeGreaterThan(1);
    fake.gateway.behaves.acknowledgesHeartbeats = false;
    await expect.poll(() => channel.ready(), LONG).toBe(false);
    fake.gateway.behaves.acknowledgesHeartbeats = true;
    await expect.poll(() => fake.gateway.seen.resumes, LONG).toBeGreaterThan(0);
    await expect.poll(() => channel.ready(), LONG).toBe(true);
    expect((await asks('can i ice it'))[0]?.text).toContain('Source:');
    expect(gaveUp).toEqual([]);
  });

  it('is closed in good time although nobody at the other end confirms it', async () => {
    const { fake, channel } = await bot();
    fake.gateway.freeze();
    await channel.close(); // the library alone would wait for 30 s
    expect(channel.ready()).toBe(false);
  }, 10_000);

  it.for([
    [4004, 'DISCORD_TOKEN: Discord does not take it (4004)'],
    [4010, 'DISCORD_SHARDS=auto'],
    [4011, 'DISCORD_SHARDS=auto'],
    [4012, '(4012)'],
    [4013, '(4013)'],
    [4014, '(4014)'],
  ] as const)('that Discord closes for good, %i, ends the program in one line', async ([code, line]) => {
    const { fake, gaveUp, channel } = await bot();
    fake.gateway.closeWith(code);
    await expect.poll(() => gaveUp, LONG).toEqual([expect.stringContaining(line)]);
    expect(channel.ready()).toBe(false);
    expect(fake.gateway.seen.identifies).toHaveLength(1);
  });

  it('whose token is revoked meanwhile ends the program in one line', async () => {
    const { fake, gaveUp } = await bot();
    fake.world.takesToken = false;
    fake.writesDirectly(PERSON, 'can i ice it');
    await expect
      .poll(() => gaveUp, LONG)
      .toEqual(['DISCORD_TOKEN: Discord does not take it; make a new one in the Developer Portal']);
  });

  it('is ready although a server is out of order', async () => {
    const { channel, asks } = await bot({ missingGuilds: ['1200000000000000099'] });
    expect(channel.ready()).toBe(true);
    expect((await asks('can i ice it'))[0]?.text).toContain('Source:');
  });

  it('has as many shards as Discord recommends, by setting', async () => {
    const env = { DISCORD_SHARDS: 'auto' };
    const prepare: BotOptions['prepare'] = ({ world }) => {
      world.recommendedShards = 2;
    };
    const { fake, channel } = await bot({ env, prepare });
    expect(fake.gateway.seen.identifies.map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(channel.ready()).toBe(true);
    const single = await bot({ prepare });
    expect(single.fake.gateway.seen.identifies.map(({ shard }) => shard)).toEqual([[0, 1]]);
  });
});

describe('a start that fails', () => {
  it.for<readonly [string, NonNullable<BotOptions['prepare']>, string]>([
    [
      'a token that REST refuses',
      ({ world }) => {
        world.takesToken = false;
      },
      'DISCORD_TOKEN: Discord does not take it; make',
    ],
    [
      'a token that the gateway refuses',
      ({ gateway }) => {
        gateway.behaves.refuses = 4004;
      },
      'DISCORD_TOKEN: Discord does not take it (4004)',
    ],
    [
      'refused intents',
      ({ gateway }) => {
        gateway.behaves.refuses = 4014;
      },
      'Discord refuses the intents (4014)',
    ],
    [
      'a Discord that is out of order',
      ({ world }) => {
        world.faults.push({ on: /gateway/u, how: 500, times: 99 });
      },
      'cannot be reached (500)',
    ],
  ])('says why in one line: %s', async ([, prepare, line]) => {
    const error = await bot({ prepare }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'SettingsError', lines: [expect.stringContaining(line)] });
  });
});
