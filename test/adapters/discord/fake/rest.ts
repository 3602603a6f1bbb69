import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { InteractionResponseType, MessageFlags } from 'discord.js';
import { breaches, breachesOfCommands, breachesOfSuggestions, isV2, type Json } from './limits.ts';

/** A message as Discord holds it. */
export interface Posted {
  readonly id: string;
  readonly channel: string;
  /** Seen only by the person who asked. */
  readonly hidden: boolean;
  body: Json;
}

/** Somebody used a command or pressed something; what became of it. */
export interface Asked {
  readonly id: string;
  readonly token: string;
  readonly channel: string;
  readonly at: number;
  /** Message of the pressed button. */
  readonly on: Posted | null;
  /** The first answer: its type, its data, and how long it took. */
  response: { readonly type: number; readonly data: Json; readonly ms: number } | null;
  readonly messages: Posted[];
  suggestions: Json[] | null;
}

/** Makes the next matching requests fail. */
export interface Fault {
  readonly on: RegExp;
  times: number;
  /** A status, or what happens to the connection; "lost" and "stalls" do the work, then cut the connection or hold it. */
  readonly how: 429 | 500 | 502 | 'hang' | 'reset' | 'lost' | 'stalls';
  readonly retryAfter?: number;
}

/** Discord's window for the first answer. */
const WINDOW_MS = 3000;
const IN_REPLIES = [MessageFlags.Ephemeral, MessageFlags.IsComponentsV2, MessageFlags.SuppressEmbeds];
const IN_CHANNELS = [MessageFlags.IsComponentsV2, MessageFlags.SuppressEmbeds];

class Refusal extends Error {
  readonly status: number;
  readonly body: Json;
  constructor(status: number, code: number, message: string, more: Json = {}) {
    super(message);
    this.status = status;
    this.body = { code, message, ...more };
  }
}

export function createRest({ token, application, self }: { token: string; application: string; self: string }) {
  let last = 1_300_000_000_000_000_000n;
  const nextId = () => String(++last);
  const world = {
    asked: new Map<string, Asked>(),
    messages: [] as Posted[],
    /** Channels of direct messages, by person. */
    direct: new Map<string, string>(),
    closed: new Set<string>(),
    commands: new Map<string, Json[]>(),
    refused: [] as string[],
    requests: [] as string[],
    /** The same, with everything that stands in the address. */
    urls: [] as string[],
    faults: [] as Fault[],
    recommendedShards: 1,
    takesToken: true,
    nonces: new Map<string, Posted>(),
  };

  const checked = (body: Json, flags: readonly MessageFlags[]) => {
    const found = breaches(body, flags);
    if (found.length > 0) throw new Refusal(400, 50035, 'Invalid Form Body', { errors: found });
    return body;
  };
  const post = (channel: string, hidden: boolean, body: Json): Posted => {
    const message = { id: nextId(), channel, hidden, body };
    world.messages.push(message);
    return message;
  };
  const show = ({ id, channel, hidden, body }: Posted) => ({
    id,
    channel_id: channel,
    author: { id: self, username: 'faq', discriminator: '0000', avatar: null, bot: true },
    type: 0,
    content: '',
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    ...body,
    flags: Number(body.flags ?? 0) | (hidden ? MessageFlags.Ephemeral : 0),
  });

  const respond = (id: string, key: string, { type, data = {} }: { type: number; data?: Json }) => {
    const asked = world.asked.get(id);
    if (asked === undefined || asked.token !== key || Date.now() - asked.at > WINDOW_MS)
      throw new Refusal(404, 10062, 'Unknown interaction');
    if (asked.response !== null) throw new Refusal(400, 40060, 'Interaction has already been acknowledged.');
    if (type === InteractionResponseType.ApplicationCommandAutocompleteResult) {
      const found = asked.suggestions === null ? ['not typing'] : breachesOfSuggestions(data);
      if (found.length > 0) throw new Refusal(400, 50035, 'Invalid Form Body', { errors: found });
      asked.suggestions = data.choices as Json[];
    } else if (asked.suggestions !== null) throw new Refusal(400, 50035, 'Invalid Form Body', { errors: ['typing'] });
    const hidden = (Number(data.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    if (type === InteractionResponseType.ChannelMessageWithSource)
      asked.messages.push(post(asked.channel, hidden, checked(data, IN_REPLIES)));
    if (type === InteractionResponseType.DeferredChannelMessageWithSource) {
      if (Object.keys(data).some((name) => name !== 'flags')) throw new Refusal(400, 50035, 'Invalid Form Body');
      asked.messages.push(post(asked.channel, hidden, {}));
    }
    if (type === InteractionResponseType.DeferredMessageUpdate && asked.on === null)
      throw new Refusal(400, 50035, 'Invalid Form Body', { errors: ['no message to update'] });
    asked.response = { type, data, ms: Date.now() - asked.at };
    return null;
  };

  const edit = (key: string, body: Json) => {
    const asked = [...world.asked.values()].find((one) => one.token === key);
    const deferred = asked?.response?.type === InteractionResponseType.DeferredMessageUpdate;
    const original = deferred ? asked?.on : asked?.messages[0];
    if (!asked?.response || !original) throw new Refusal(404, 10015, 'Unknown Webhook');
    checked(body, IN_REPLIES.slice(1));
    if (isV2(original.body) && !isV2({ ...original.body, ...body })) throw new Refusal(400, 50035, 'V2 stays V2');
    original.body = { ...original.body, ...body };
    return show(original);
  };

  const followUp = (key: string, body: Json) => {
    const asked = [...world.asked.values()].find((one) => one.token === key);
    if (!asked?.response) throw new Refusal(404, 10015, 'Unknown Webhook');
    checked(body, IN_REPLIES);
    if (asked.messages.length > 5) throw new Refusal(400, 40094, 'Follow-ups are at most 5 here');
    const message = post(asked.channel, (Number(body.flags ?? 0) & MessageFlags.Ephemeral) !== 0, body);
    asked.messages.push(message);
    return show(message);
  };

  const write = (channel: string, body: Json) => {
    if (world.closed.has(channel)) throw new Refusal(403, 50013, 'Missing Permissions');
    checked(body, IN_CHANNELS);
    const nonce = body.enforce_nonce ? `${channel} ${body.nonce}` : nextId();
    const known = world.nonces.get(nonce);
    const message = known ?? post(channel, false, body);
    world.nonces.set(nonce, message);
    return show(message);
  };

  const openDirect = (person: string) => {
    if (world.closed.has(person)) throw new Refusal(403, 50007, 'Cannot send messages to this user');
    const id = world.direct.get(person) ?? nextId();
    world.direct.set(person, id);
    return { id, type: 1, recipients: [{ id: person, username: 'person', discriminator: '0000', avatar: null }] };
  };

  const register = (where: string, body: Json[]) => {
    const found = breachesOfCommands(body);
    if (found.length > 0) throw new Refusal(400, 50035, 'Invalid Form Body', { errors: found });
    const defaults = { default_member_permissions: null, nsfw: false, application_id: application, version: '1' };
    world.commands.set(
      where,
      body.map((command) => ({ ...defaults, description: '', ...command, id: nextId() })),
    );
    return world.commands.get(where);
  };

  const route = (method: string, path: string, body: Json, port: number): unknown => {
    const [, first = '', second = '', third = '', fourth = '', ...rest] = path.split('/');
    const on = `${method} ${[first, second && ':', third && (first === 'channels' ? third : ':'), fourth].filter(Boolean).join(' ')}`;
    if (path === '/gateway/bot') {
      const limit = { total: 1000, remaining: 999, reset_after: 1000, max_concurrency: 16 };
      return { url: `ws://127.0.0.1:${port}/gateway`, shards: world.recommendedShards, session_start_limit: limit };
    }
    if (on === 'POST interactions : : callback') return respond(second, third, body as never);
    if (on === 'PATCH webhooks : : messages' && second === application && rest[0] === '@original')
      return edit(third, body);
    if (on === 'POST webhooks : :' && second === application) return followUp(third, body);
    if (on === 'POST channels : messages') return write(second, body);
    if (path === '/users/@me/channels') return openDirect(String(body.recipient_id));
    if (path.startsWith(`/applications/${application}/`) && path.endsWith('/commands')) {
      const where = /guilds\/(\d+)/u.exec(path)?.[1] ?? 'everywhere';
      return method === 'PUT' ? register(where, body as never) : (world.commands.get(where) ?? []);
    }
    throw new Refusal(404, 0, `404: Not Found ${on}`);
  };

  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '' } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Json;
    const path = new URL(url, 'http://x').pathname.replace(/^\/api\/v10/u, '');
    const line = `${method} ${path}`;
    world.requests.push(line);
    world.urls.push(url);
    const fault = world.faults.find((one) => one.times > 0 && one.on.test(line));
    if (fault) fault.times -= 1;
    if (fault?.how === 'hang') return;
    if (fault?.how === 'reset') return void request.socket.destroy();
    const answer = (status: number, value: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, value === null ? headers : { 'content-type': 'application/json', ...headers });
      response.end(value === null ? undefined : JSON.stringify(value));
    };
    if (fault?.how === 429) {
      const after = fault.retryAfter ?? 0.2;
      return answer(
        429,
        { message: 'rate limited', retry_after: after, global: false },
        { 'retry-after': String(after) },
      );
    }
    if (typeof fault?.how === 'number') return answer(fault.how, { message: 'fault' });
    try {
      const needsToken = !path.startsWith('/interactions') && !path.startsWith('/webhooks');
      if (needsToken && (!world.takesToken || request.headers.authorization !== `Bot ${token}`))
        throw new Refusal(401, 0, '401: Unauthorized');
      const value = route(method, path, body, request.socket.localPort ?? 0);
      if (fault?.how === 'lost') return void request.socket.destroy();
      if (fault?.how === 'stalls') return void response.writeHead(200, { 'content-length': '9' }).flushHeaders();
      answer(value === null ? 204 : 200, value);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      world.refused.push(`${line}: ${JSON.stringify(error.body)}`);
      answer(error.status, error.body);
    }
  });
  return { server, world, nextId, show };
}
