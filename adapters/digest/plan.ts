import { dayOf } from '#core';
import { type Environment, type House, type Plan, readSettings, SettingsError } from '../shared/index.ts';
import { digestSettings } from './settings.ts';
import { digestText } from './text.ts';

/** Looked at this often, in milliseconds, within the one hour of the week in which a digest is posted. */
const LOOK_MS = 5 * 60 * 1000;
/** Monday, from 8 to 9 o'clock UTC. */
const [WEEKDAY, HOUR] = [1, 8];
/** A week's claim outlives its hour. */
const CLAIM_MS = 24 * 60 * 60 * 1000;

/** The weekly digest to a Slack channel; null where none is set. Throws `SettingsError`. */
export function planDigest(environment: Environment): Plan | null {
  const settings = readSettings(digestSettings, environment);
  const { SLACK_DIGEST_CHANNEL: channel, SLACK_BOT_TOKEN: token, SLACK_API_URL: slackApiUrl } = settings;
  if (channel === undefined) return null;
  if (token === undefined)
    throw new SettingsError(['SLACK_BOT_TOKEN: is not set, and SLACK_DIGEST_CHANNEL needs it; see .env.example']);
  const keepsWords = settings.REVIEW_KEEP_TEXT === 'redacted';
  const post = async (text: string) => {
    const { webApi } = await import('@slack/bolt');
    const client = new webApi.WebClient(token, { slackApiUrl, logLevel: 'error' as never });
    await client.chat.postMessage({ channel, text: toMrkdwn(text), unfurl_links: false, unfurl_media: false });
  };
  return {
    name: 'digest',
    start: async (house) => {
      const look = () => void postWhenDue(house, keepsWords, post);
      look();
      const timer = setInterval(look, LOOK_MS).unref();
      return { ready: () => true, refuse: () => clearInterval(timer), close: async () => {} };
    },
    readyLine: () => 'A digest goes to Slack on Mondays',
  };
}

/** Posts once a week, whichever replica comes first. A digest that cannot be made or posted is logged and left out. */
export async function postWhenDue(
  { desk, flight, ledger, log, now, store }: Pick<House, 'desk' | 'flight' | 'ledger' | 'log' | 'now' | 'store'>,
  keepsWords: boolean,
  post: (text: string) => Promise<void>,
): Promise<void> {
  const time = now();
  if (!isDue(new Date(time))) return;
  const work = async () => {
    if (!(await store.claim(JSON.stringify(['digest', dayOf(time)]), CLAIM_MS))) return;
    await post(await digestText(ledger, desk.current().knowledge, { now: time, keepsWords }));
    log.info('digest-posted');
  };
  await flight.track(work()).catch((error: unknown) => log.error('digest-not-posted', error));
}

function isDue(time: Date): boolean {
  return time.getUTCDay() === WEEKDAY && time.getUTCHours() === HOUR;
}

/** Three characters are marks to Slack (docs.slack.dev, formatting message text). */
function toMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
