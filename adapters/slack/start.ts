import { App, type Logger, LogLevel } from '@slack/bolt';
import type { Channel, House } from '../shared/index.ts';
import { addActions } from './actions.ts';
import { createBot } from './bot.ts';
import { addCommands } from './commands.ts';
import { CALL_MS, type Connection, RETRIES } from './connection.ts';
import { addEvents } from './events.ts';
import { addHome } from './home.ts';
import { createHttp } from './http.ts';
import { startFault } from './refusal.ts';
import type { SlackSettings } from './settings.ts';
import { addShortcuts } from './shortcuts.ts';
import { createSocket } from './socket.ts';

export interface Started extends Channel {
  /** Where it listens, in words. */
  readonly where: string;
}

/** Slack, taking messages. Throws `SettingsError` for a bad token, an address that cannot be reached, or a port that is taken. */
export async function startSlack(house: House, settings: SlackSettings): Promise<Started> {
  const logger = quietLogger(house.log);
  const connection = createConnection(house, settings, logger);
  const app = new App({
    receiver: connection.receiver,
    token: settings.SLACK_BOT_TOKEN,
    logger,
    // Without it the constructor calls Slack outside of every try.
    deferInitialization: true,
    convoStore: false,
    clientOptions: {
      slackApiUrl: settings.SLACK_API_URL,
      timeout: CALL_MS,
      retryConfig: RETRIES,
      // Posts to a response_url go by it too, and have no limit of their own.
      fetch: (url, init) => fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(CALL_MS) }),
    },
  });
  app.use(async ({ next }) => house.flight.track(next()));
  app.error(async (error) => house.log.error('slack-failed', error, { channel: 'slack' }));
  const bot = createBot(house, settings.SLACK_AUDIENCE);
  for (const add of [addCommands, addEvents, addActions, addShortcuts, addHome]) add(app, bot);

  await app.init().catch((error: unknown) => {
    throw startFault('SLACK_BOT_TOKEN', error);
  });
  const where = await connection.open();
  const { ready, refuse, close } = connection;
  return { where, ready, refuse, close };
}

function createConnection(house: House, settings: SlackSettings, logger: Logger): Connection {
  const { SLACK_MODE, SLACK_APP_TOKEN = '', SLACK_SIGNING_SECRET = '', SLACK_PORT, SLACK_API_URL, HOST } = settings;
  return SLACK_MODE === 'socket'
    ? createSocket({ appToken: SLACK_APP_TOKEN, apiUrl: SLACK_API_URL, logger, house })
    : createHttp({ signingSecret: SLACK_SIGNING_SECRET, host: HOST, port: SLACK_PORT, logger });
}

/** Slack's libraries write whole messages into their log; what went wrong without the words is logged where it is caught. */
function quietLogger(log: House['log']): Logger {
  return {
    debug: () => {},
    info: () => {},
    warn: () => log.debug('slack-warned', { channel: 'slack' }),
    error: () => log.debug('slack-complained', { channel: 'slack' }),
    setLevel: () => {},
    getLevel: () => LogLevel.ERROR,
    setName: () => {},
  };
}
