import type { Server } from 'node:http';
import { HTTPReceiver, type Logger } from '@slack/bolt';
import { SettingsError } from '../shared/index.ts';
import type { Connection } from './connection.ts';

const PATH = '/slack/events';
/** Bolt refuses requests that are older; the same goes for those from the future. In seconds. */
const SKEW_S = 5 * 60;
/** Longest wait for a request's head and body, in milliseconds: slow senders hold nothing up. */
const REQUEST_MS = 20_000;

export interface HttpOptions {
  readonly signingSecret: string;
  readonly host: string;
  readonly port: number;
  readonly logger: Logger;
}

/** Slack posts events, commands and presses, each signed. TLS is the proxy's; nothing may change the body on its way. */
export function createHttp({ signingSecret, host, port, logger }: HttpOptions): Connection {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: [PATH], logger });
  const verify = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    const sent = Number(request.headers['x-slack-request-timestamp']);
    if (sent > Date.now() / 1000 + SKEW_S) response.writeHead(401).end();
    else verify(request, response);
  };
  let server: Server | undefined;
  let stopped: Promise<void> | undefined;
  const refuse = () => {
    stopped ??= receiver.stop();
    stopped.catch(() => {});
  };
  return {
    receiver,
    open: async () => {
      const hostname = host.replace(/^\[|\]$/gu, '');
      server = await receiver.start({ host: hostname, port }).catch((error: NodeJS.ErrnoException) => {
        throw new SettingsError([
          `SLACK_PORT: port ${port} cannot be opened (${error.code}); set SLACK_PORT to a free port`,
        ]);
      });
      server.requestTimeout = REQUEST_MS;
      server.headersTimeout = REQUEST_MS;
      const address = server.address();
      const bound = typeof address === 'object' ? address?.port : port;
      return `at http://${host}:${bound}${PATH}`;
    },
    ready: () => server?.listening ?? false,
    refuse,
    close: async () => {
      refuse();
      server?.closeAllConnections();
      await stopped;
    },
  };
}
