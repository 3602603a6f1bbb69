import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import manifest from '../../../../adapters/slack/manifest.json' with { type: 'json' };
import { type Json, refuseMessage, refusePrompts, refuseView } from './payloads.ts';

export const BOT_TOKEN = 'xoxb-1-fake';
export const APP_TOKEN = 'xapp-1-fake';
export const TEAM = 'T0001';
export const BOT_USER = 'U0BOT';
/** The bot is in C0001 and in direct messages, D and digits; not in C0002. */
export const CHANNEL = 'C0001';
export const FOREIGN_CHANNEL = 'C0002';
export const DIRECT = 'D0001';
export const USER = 'U0001';

/** What happens to the next call of a method, in place of its work. */
export type Fault =
  | { readonly error: string }
  | { readonly status: number; readonly retryAfter?: number }
  | { readonly hang: true };

/** A message that Slack has taken. */
export interface Posted {
  readonly by: 'chat.postMessage' | 'chat.postEphemeral' | 'response_url';
  readonly ts: string;
  readonly channel: string;
  readonly thread: string | null;
  /** Who alone sees it; null where all do. */
  readonly onlyFor: string | null;
  /** False for a private reply in a thread that nobody has opened: Slack shows it to nobody. */
  readonly shown: boolean;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly payload: Json;
}

export interface Call {
  readonly method: string;
  readonly body: Json;
}

const SCOPES: Readonly<Record<string, string>> = {
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
};
const NEVER = new Promise<never>(() => {});

/** Slack's Web API and its response_urls on loopback: refuses what Slack refuses. */
export async function openWebApi() {
  const calls: Call[] = [];
  const requested: string[] = [];
  const posted: Posted[] = [];
  const faults = new Map<string, Fault[]>();
  const threads = new Set<string>();
  const urls = new Map<string, { channel: string; user: string; uses: number }>();
  const homes: Json[] = [];
  const prompts: Json[] = [];
  let seconds = 1_768_000_000;
  let socketUrl = '';
  let tokens = { bot: BOT_TOKEN, app: APP_TOKEN };

  const stamp = () => {
    seconds += 1;
    return `${seconds}.000100`;
  };
  const keep = (by: Posted['by'], to: { channel: string; user: string | null }, payload: Json): Posted => {
    const { thread_ts: thread = null, text, blocks = [] } = payload;
    const place = `${to.channel} ${thread}`;
    const shown = to.user === null || thread === null || threads.has(place);
    if (to.user === null && thread !== null) threads.add(place);
    const post = { by, ts: stamp(), channel: to.channel, thread, onlyFor: to.user, shown, text, blocks, payload };
    posted.push(post);
    return post;
  };

  const post = (body: Json): Json => {
    const refused = refuseMessage(body);
    if (refused) return { ok: false, error: refused };
    if (body.channel === FOREIGN_CHANNEL) return { ok: false, error: 'not_in_channel' };
    const channel = body.channel === USER ? DIRECT : body.channel;
    if (channel !== CHANNEL && !/^D\d+$/u.test(channel)) return { ok: false, error: 'channel_not_found' };
    const { ts } = keep('chat.postMessage', { channel, user: null }, body);
    return { ok: true, channel, ts };
  };
  const methods: Readonly<Record<string, (body: Json) => Json>> = {
    'auth.test': () => ({ ok: true, team_id: TEAM, user_id: BOT_USER, bot_id: 'B0BOT' }),
    'apps.connections.open': () => ({ ok: true, url: socketUrl }),
    'chat.postMessage': post,
    'chat.postEphemeral': (body) => {
      const refused = refuseMessage(body);
      if (refused) return { ok: false, error: refused };
      if (body.channel === FOREIGN_CHANNEL) return { ok: false, error: 'not_in_channel' };
      if (body.user !== USER) return { ok: false, error: 'user_not_in_channel' };
      return { ok: true, message_ts: keep('chat.postEphemeral', { channel: body.channel, user: USER }, body).ts };
    },
    'views.publish': ({ user_id, view }) => {
      const refused = user_id === USER ? refuseView(view) : 'user_not_found';
      if (refused) return { ok: false, error: refused };
      homes.push(view);
      return { ok: true };
    },
    'assistant.threads.setSuggestedPrompts': ({ channel_id, prompts: given, thread_ts }) => {
      const refused = channel_id === DIRECT ? refusePrompts(given) : 'channel_not_found';
      if (refused) return { ok: false, error: refused };
      if (thread_ts === undefined) prompts.push(given); // with it, an agent_view shows nothing and says nothing
      return { ok: true };
    },
  };

  const callMethod = (method: string, request: IncomingMessage, body: Json): Json => {
    const expected = method === 'apps.connections.open' ? tokens.app : tokens.bot;
    if (request.headers.authorization !== `Bearer ${expected}`) return { ok: false, error: 'invalid_auth' };
    const scope = SCOPES[method];
    if (scope && !(manifest.oauth_config.scopes.bot as string[]).includes(scope))
      return { ok: false, error: 'missing_scope' };
    return methods[method]?.(body) ?? { ok: false, error: 'unknown_method' };
  };

  const respond = (id: string, body: Json): [number, string] => {
    const url = urls.get(id);
    if (url === undefined || url.uses >= 5)
      return [404, JSON.stringify({ ok: false, error: url ? 'used_url' : 'expired_url' })];
    url.uses += 1;
    const refused = refuseMessage(body);
    if (refused) return [400, refused];
    const user = body.response_type === 'in_channel' ? null : url.user;
    keep('response_url', { channel: url.channel, user }, body);
    return [200, 'ok'];
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    requested.push(request.url ?? '');
    const raw = await readAll(request);
    const path = new URL(request.url ?? '', 'http://loopback').pathname;
    const method = path.startsWith('/api/') ? path.slice('/api/'.length) : 'response_url';
    const body = method === 'response_url' ? JSON.parse(raw) : fromForm(raw);
    calls.push({ method, body });
    const fault = faults.get(method)?.shift();
    if (fault && 'hang' in fault) return NEVER;
    if (fault && 'status' in fault)
      return response
        .writeHead(fault.status, fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) })
        .end();
    if (method === 'response_url') {
      const [status, text] = fault
        ? [200, JSON.stringify({ ok: false, error: fault.error })]
        : respond(path.split('/').at(-1) ?? '', body);
      return response.writeHead(status, { 'content-type': 'application/json' }).end(text);
    }
    const result = fault ? { ok: false, error: fault.error } : callMethod(method, request, body);
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  };

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    server,
    base,
    /** SLACK_API_URL. */
    url: `${base}/api/`,
    calls,
    /** Addresses that were called, with everything that stands in them. */
    requested,
    posted,
    homes,
    prompts,
    stamp,
    setSocketUrl: (url: string) => {
      socketUrl = url;
    },
    /** The next calls of a method fail so, in order. */
    fail: (method: string, ...next: readonly Fault[]) => {
      faults.set(method, [...(faults.get(method) ?? []), ...next]);
    },
    /** From now on other tokens are good. */
    revoke: (which: 'bot' | 'app') => {
      tokens = { ...tokens, [which]: 'revoked' };
    },
    /** A response_url as it comes with a command or a press. */
    offerUrl: (channel: string, user = USER) => {
      const id = `r${urls.size}`;
      urls.set(id, { channel, user, uses: 0 });
      return `${base}/response/${id}`;
    },
    expireUrls: () => urls.clear(),
    /** Somebody has replied in that thread already. */
    openThread: (channel: string, ts: string) => threads.add(`${channel} ${ts}`),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type WebApi = Awaited<ReturnType<typeof openWebApi>>;

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Slack's clients send lists and objects as JSON in a form. */
function fromForm(raw: string): Json {
  return Object.fromEntries(
    [...new URLSearchParams(raw)].map(([name, value]) => [name, /^[[{]/u.test(value) ? JSON.parse(value) : value]),
  );
}
