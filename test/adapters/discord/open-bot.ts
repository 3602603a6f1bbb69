import { expect, onTestFinished } from 'vitest';
import { createClient, openDiscord } from '../../../adapters/discord/open.ts';
import { discordSettings } from '../../../adapters/discord/settings.ts';
import { createHouse, type HouseOptions, readSettings, silentLog } from '../../../adapters/shared/index.ts';
import { NOW } from '../../conformance/replies.ts';
import { shippedAssistant } from '../../support.ts';
import { type FakeOptions, openFakeDiscord, type Place, TOKEN } from './fake/discord.ts';
import type { Json } from './fake/limits.ts';
import type { Asked, Posted } from './fake/rest.ts';
import { see } from './fake/see.ts';

export const PERSON = '1200000000000000009';
export const OTHER = '1200000000000000010';

/** The library holds itself to Discord's 50 requests a second; the fake does not mind. */
const FASTER = 100_000;

export interface BotOptions extends FakeOptions {
  readonly house?: Partial<HouseOptions>;
  readonly env?: Record<string, string>;
  /** Before the bot connects. */
  readonly prepare?: (fake: Awaited<ReturnType<typeof openFakeDiscord>>) => void;
}

/** The real adapter with the real client, connected to a strict Discord on loopback. */
export async function openBot({ house: given = {}, env = {}, prepare, ...fakeOptions }: BotOptions = {}) {
  const fake = await openFakeDiscord(fakeOptions);
  prepare?.(fake);
  const assistant = await shippedAssistant();
  const gaveUp: string[] = [];
  const house = createHouse({
    desk: { current: () => assistant },
    log: silentLog,
    now: () => NOW,
    giveUp: (line) => void gaveUp.push(line),
    ...given,
  });
  const settings = readSettings(discordSettings, { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: fake.url, ...env });
  const client = createClient(settings);
  client.rest.options.globalRequestsPerSecond = FASTER;
  client.rest.globalRemaining = FASTER;
  const channel = await openDiscord(settings, house, client).catch(async (error: unknown) => {
    await fake.close();
    throw error;
  });
  const landed = async () => expect(await house.flight.landed(15_000)).toBe(true);

  /** Waits until the interaction has its answer, and returns what the person sees. */
  const settle = async (asked: Asked) => {
    await expect.poll(() => asked.response, { timeout: 15_000, interval: 2 }).not.toBeNull();
    await landed();
    return asked.messages.map((message) => ({ ...see(message), message, hidden: message.hidden }));
  };
  /** Waits until the bot has written to the channel, and returns what is new there. */
  const writtenIn = async (channelId: () => string, act: () => void): Promise<Posted[]> => {
    const before = fake.world.messages.length;
    act();
    const fresh = () => fake.world.messages.slice(before).filter(({ channel: id }) => id === channelId());
    await expect.poll(() => fresh().length, { timeout: 15_000, interval: 2 }).toBeGreaterThan(0);
    await landed();
    return fresh();
  };
  return {
    fake,
    house,
    channel,
    assistant,
    gaveUp,
    landed,
    settle,
    writtenIn,
    /** /faq in some place. */
    asks: (question: string, place: Place = 'server', options: Record<string, string> = {}) =>
      settle(fake.commands(PERSON, place, 'faq', { question, ...options })),
    tellsDirectly: (content: string, more: Json = {}) => {
      let id = '';
      return writtenIn(
        () => id,
        () => {
          id = fake.writesDirectly(PERSON, content, more);
        },
      );
    },
    close: async () => {
      await channel.close();
      await fake.close();
    },
  };
}

/** The same, closed when the test is over. Tests that run side by side pass in their own hook. */
export async function bot(options: BotOptions = {}, whenDone: typeof onTestFinished = onTestFinished) {
  const opened = await openBot(options);
  whenDone(() => opened.close());
  return opened;
}

/** Everything of several messages as a person meets it. */
export function together(messages: readonly Posted[]) {
  const seen = messages.map(see);
  return {
    text: seen.map(({ text }) => text).join('\n'),
    live: seen.flatMap(({ live }) => live),
    choices: seen.flatMap(({ choices }) => choices),
    buttons: seen.flatMap(({ buttons }) => buttons),
    raw: seen.map(({ raw }) => raw),
  };
}
