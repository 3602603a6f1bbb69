import { setTimeout as sleep } from 'node:timers/promises';
import { type Logger, SocketModeReceiver } from '@slack/bolt';
import * as undici from 'undici';
import { type House, SettingsError, within } from '../shared/index.ts';
import { CALL_MS, type Connection, RETRIES } from './connection.ts';
import { deadToken, isDeadToken, reasonOf, startFault } from './refusal.ts';

/** Longest wait for Slack's "hello" on a new socket, in milliseconds. */
const HELLO_MS = 10_000;
/** A connection that lasted this long, in milliseconds, was a good one: the next begins at once. */
const GOOD_MS = 10_000;
const PAUSE_MS = 500;
/** As long as Bolt would wait; 429 waits as long as Slack says. */
const LONGEST_PAUSE_MS = 5_000;

export interface SocketOptions {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly logger: Logger;
  readonly house: Pick<House, 'log' | 'giveUp'>;
}

/**
 * Socket Mode. It reconnects by itself instead of Bolt: at once rather than after 5 s, in which slash commands would fail,
 * and with an end that can be told when the token is dead, where Bolt's would be an error that nobody can catch.
 */
export function createSocket({ appToken, apiUrl, logger, house: { log, giveUp } }: SocketOptions): Connection {
  // An object of its own: Bolt's receiver would write its retries into the one that answers are sent with.
  const clientOptions = { slackApiUrl: apiUrl, timeout: CALL_MS, retryConfig: RETRIES };
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
  });
  const { client } = receiver;
  let connected = false;
  let stopping = false;
  let gone = Promise.withResolvers<void>();
  client.on('connected', () => {
    connected = true;
  });
  client.on('disconnected', () => {
    connected = false;
    gone.resolve();
  });
  // A frame that Bolt cannot read would reject where nobody can catch it, and end the program.
  const [read] = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (data, isBinary) => {
    try {
      await read?.(data, isBinary);
    } catch (error) {
      log.error('slack-garbled', error, { channel: 'slack' });
    }
  });

  const connect = async () => {
    gone = Promise.withResolvers();
    if (await within(HELLO_MS, client.start())) return;
    await client.disconnect();
    throw new Error('no hello');
  };

  const stayConnected = async () => {
    for (let failures = 0; !stopping; ) {
      const since = performance.now();
      await gone.promise;
      if (stopping) return;
      failures = performance.now() - since > GOOD_MS ? 0 : failures + 1;
      log.info('slack-reconnecting', { channel: 'slack', count: failures });
      await sleep(failures === 0 ? 0 : Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** (failures - 1)), undefined, {
        ref: false,
      });
      try {
        await connect();
        if (stopping) void client.disconnect();
      } catch (error) {
        log.error('slack-unreachable', error, { channel: 'slack', kind: reasonOf(error) });
        if (isDeadToken(error)) return giveUp(deadToken('SLACK_APP_TOKEN', reasonOf(error)));
        gone.resolve();
      }
    }
  };

  return {
    receiver,
    open: async () => {
      // With another major version of undici the socket would flap for ever (openpalm issue 665).
      if (typeof undici.ping !== 'function')
        throw new SettingsError(['the package undici is not the version that Slack needs; run npm ci']);
      try {
        await connect();
      } catch (error) {
        throw startFault('SLACK_APP_TOKEN', error);
      }
      void stayConnected();
      return 'by Socket Mode';
    },
    ready: () => connected,
    refuse: () => {
      stopping = true;
      void client.disconnect();
    },
    close: async () => {
      stopping = true;
      await client.disconnect();
    },
  };
}
