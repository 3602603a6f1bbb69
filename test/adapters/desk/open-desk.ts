import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Assistant, type Count, dayOf, daysBefore } from '#core';
import { planDesk } from '../../../adapters/desk/plan.ts';
import { createDoor, createHouse, type Log, listen, silentLog } from '../../../adapters/shared/index.ts';
import { openState } from '../../../adapters/store/index.ts';
import { createWeb } from '../../../adapters/web/app.ts';
import { NOW } from '../../conformance/replies.ts';
import { shippedAssistant } from '../../support.ts';

export const TOKEN = 'a-token-for-tests-of-32-letters-';
export const TODAY = dayOf(NOW);

interface Options {
  readonly environment?: Readonly<Record<string, string>>;
  readonly now?: () => number;
  readonly log?: Log;
  /** Default: on the shipped knowledge. */
  readonly assistant?: Assistant;
}

/** The real server on a free loopback port: the desk before the web chat, and an empty ledger. */
export async function openDeskServer({
  environment = { DESK_TOKEN: TOKEN },
  now = () => NOW,
  log = silentLog,
  assistant: given,
}: Options = {}) {
  const assistant = given ?? (await shippedAssistant());
  const folder = await mkdtemp(join(tmpdir(), 'desk-'));
  const state = await openState({ DATA_DIR: folder }, log);
  const { ledger, limit } = state;
  const house = createHouse({ desk: { current: () => assistant }, ledger, limit, log, now });
  const web = { name: 'web', routes: () => ({ path: '/', app: createWeb({ house }) }), readyLine: String };
  const plans = [planDesk(environment), web].filter((plan) => plan !== null);
  const server = await listen(
    createDoor(() => ({}), plans, house),
    '127.0.0.1',
    0,
  );
  onTestFinished(async () => {
    await server.close();
    await state.close();
    await rm(folder, { recursive: true, force: true });
  });
  const ask = (path: string, init: RequestInit = {}) => fetch(`${server.url}${path}`, { redirect: 'manual', ...init });
  /** A form as the desk's own page sends it. */
  const submit = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    ask(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    });
  const signIn = async () => {
    const cookie = (await submit('/desk/sign-in', { token: TOKEN })).headers.get('set-cookie') ?? '';
    return { cookie: cookie.split(';')[0] ?? '' };
  };
  return { url: server.url, ask, submit, signIn, ledger, assistant };
}

export function count(fields: Partial<Count>): Count {
  const none = { level: null, category: null, about: null };
  return { day: TODAY, channel: 'web', what: 'reply', kind: 'answer', times: 1, ...none, ...fields };
}

/** Four weeks of a clinic: something for every page of the desk. */
export function someWeeks(): Count[] {
  const days = Array.from({ length: 28 }, (_, index) => daysBefore(TODAY, index));
  return days
    .filter((_, index) => index % 6 !== 5)
    .flatMap((day, index) => [
      count({ day, about: 'recovery/ice', times: 9 - (index % 4) }),
      count({ day, about: 'relief-duration', kind: 'abstain', times: 2 + (index % 3) }),
      count({ day, about: null, kind: 'abstain' }),
      count({ day, about: 'recovery/ice', kind: 'answer', what: 'chosen' }),
      count({ day, about: 'recovery/ice', what: 'down' }),
      count({ day, kind: 'escalate', level: 'urgent', category: 'fever' }),
    ]);
}
