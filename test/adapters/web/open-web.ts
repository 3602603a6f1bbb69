import { onTestFinished } from 'vitest';
import { createDoor, createHouse, type HouseOptions, listen, silentLog } from '../../../adapters/shared/index.ts';
import { createWeb, type WebOptions } from '../../../adapters/web/app.ts';
import { NOW } from '../../conformance/replies.ts';
import { shippedAssistant } from '../../support.ts';

/** Far more than a test asks. */
const UNLIMITED = 1_000_000;
export const CONVERSATION = 'c'.repeat(22);

type Options = Partial<Omit<WebOptions, 'house'>> & { readonly house?: Partial<HouseOptions> };

/** The real server on a free loopback port, with the shipped knowledge. */
export async function openWeb({ house: given = {}, ...options }: Options = {}) {
  const assistant = await shippedAssistant();
  const house = createHouse({ desk: { current: () => assistant }, log: silentLog, now: () => NOW, ...given });
  const app = createDoor(
    () => ({}),
    [
      {
        name: 'web',
        routes: () => ({ path: '/', app: createWeb({ house, perMinute: UNLIMITED, ...options }) }),
        readyLine: String,
      },
    ],
    house,
  );
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
export async function web(options: Options = {}) {
  const opened = await openWeb(options);
  onTestFinished(() => opened.close());
  return opened;
}
