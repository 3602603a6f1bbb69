import { onTestFinished } from 'vitest';
import { createHouse, type HouseOptions, readSettings, silentLog } from '../../../adapters/shared/index.ts';
import { slackSettings } from '../../../adapters/slack/settings.ts';
import { startSlack } from '../../../adapters/slack/start.ts';
import { NOW } from '../../conformance/replies.ts';
import { shippedAssistant } from '../../support.ts';
import { type Delivery, type Mode, openFakeSlack } from './fake/slack.ts';
import type { Posted } from './fake/web-api.ts';

/** Far longer than any answer takes, in milliseconds. */
const PATIENCE_MS = 30_000;

type Options = Partial<HouseOptions> & { readonly env?: Readonly<Record<string, string>> };

/** The real adapter with the shipped knowledge, and a Slack on loopback. */
export async function openSlack(mode: Mode, { env, ...given }: Options = {}) {
  const assistant = await shippedAssistant();
  const slack = await openFakeSlack(mode);
  const house = createHouse({ desk: { current: () => assistant }, log: silentLog, now: () => NOW, ...given });
  const channel = await startSlack(house, readSettings(slackSettings, { ...slack.env, ...env }));
  slack.setAddress(channel.where.replace('at ', ''));

  /** Delivers and waits until the bot has nothing more to do: what was posted meanwhile. */
  const send = async (delivery: Delivery): Promise<Posted[]> => {
    const before = slack.posted.length;
    await slack.deliver(delivery);
    if (!(await house.flight.landed(PATIENCE_MS))) throw new Error('the bot is still at it');
    return slack.posted.slice(before);
  };
  return {
    slack,
    house,
    channel,
    assistant,
    send,
    /** The same, where one message is expected. */
    sendOne: async (delivery: Delivery): Promise<Posted> => {
      const posted = await send(delivery);
      if (posted.length !== 1)
        throw new Error(`${posted.length} messages: ${posted.map(({ text }) => text).join(' | ')}`);
      return posted[0] as Posted;
    },
    close: async () => {
      await channel.refuse();
      await channel.close();
      await slack.close();
    },
  };
}

/** The same, closed when the test is over. Tests that run side by side pass in their own hook. */
export async function slackFor(mode: Mode, options: Options = {}, whenDone: typeof onTestFinished = onTestFinished) {
  const opened = await openSlack(mode, options);
  whenDone(() => opened.close());
  return opened;
}
