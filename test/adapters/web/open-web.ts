import { onTestFinished } from 'vitest';
import { createMemoryStore, silentLog } from '../../../adapters/shared/index.ts';
import { createWeb, type WebOptions } from '../../../adapters/web/app.ts';
import { listen } from '../../../adapters/web/serve.ts';
import { NOW } from '../../conformance/replies.ts';
import { shippedAssistant } from '../../support.ts';

/** Far more than a test asks. */
const UNLIMITED = 1_000_000;
export const CONVERSATION = 'c'.repeat(22);

/** The real server on a free loopback port, with the shipped knowledge. */
export async function openWeb(options: Partial<WebOptions> = {}) {
  const assistant = await shippedAssistant();
  const app = createWeb({
    desk: { current: () => assistant },
    store: createMemoryStore(),
    log: silentLog,
    now: () => NOW,
    perMinute: UNLIMITED,
    ...options,
  });
  const server = await listen(app, '127.0.0.1', 0);
  return {
    ...server,
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      fetch(`${server.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    get: (path: string) => fetch(`${server.url}${path}`),
  };
}

/** The same, closed when the test is over. */
export async function web(options: Partial<WebOptions> = {}) {
  const opened = await openWeb(options);
  onTestFinished(() => opened.close());
  return opened;
}
