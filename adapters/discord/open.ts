import {
  ChannelType,
  Client,
  Events,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  Partials,
  Status,
} from 'discord.js';
import {
  type Channel,
  createConverse,
  createFirst,
  type House,
  inTurns,
  SettingsError,
  UnreachableError,
  within,
} from '../shared/index.ts';
import { receive } from './receive.ts';
import { createSend, TRY_MS } from './send.ts';
import type { DiscordSettings } from './settings.ts';
import { createShelf } from './shelf.ts';

/** Closes that Discord means for good (docs.discord.com/developers, gateway close event codes), and what to do about each. */
const FATAL: ReadonlyMap<number, string> = new Map([
  [
    GatewayCloseCodes.AuthenticationFailed,
    'DISCORD_TOKEN: Discord does not take it (4004); make a new one in the Developer Portal',
  ],
  [GatewayCloseCodes.InvalidShard, 'Discord refuses the shard (4010); set DISCORD_SHARDS=auto'],
  [
    GatewayCloseCodes.ShardingRequired,
    'the bot is in too many servers for one connection (4011); set DISCORD_SHARDS=auto',
  ],
  [GatewayCloseCodes.InvalidAPIVersion, 'Discord no longer speaks this version of its gateway (4012); update the bot'],
  [GatewayCloseCodes.InvalidIntents, 'Discord refuses the intents (4013); update the bot'],
  [
    GatewayCloseCodes.DisallowedIntents,
    'Discord refuses the intents (4014), though none is privileged; check the Bot page in the Developer Portal',
  ],
]);
const REVOKED = 'DISCORD_TOKEN: Discord does not take it; make a new one in the Developer Portal';

/** Two of Discord's heartbeats, 41.25 s apart, and some slack: a connection that is silent for longer is dead. */
const HEARTBEAT_MS = 90_000;
/** A server that is out of order must not hold up the others; nothing here needs its data. */
const WAIT_GUILD_MS = 1000;
/** A dead connection never confirms its close; nothing hangs on that. */
const CLOSE_MS = 2000;

/** Connects; resolves when messages can be taken. Throws `SettingsError` where the operator can mend it. */
export async function openDiscord(
  settings: DiscordSettings,
  house: House,
  client = createClient(settings),
): Promise<Channel> {
  const { log } = house;
  const services = house.services('discord');
  const ended = Promise.withResolvers<never>();
  ended.promise.catch(() => {}); // heard by whoever waits for the start, or by giveUp
  let running = false;
  let stopping = false;
  const end = (line: string) => {
    if (running && !stopping) house.giveUp(line);
    if (!running) ended.reject(new SettingsError([line]));
    stopping = true; // what Discord says next makes it no worse
  };
  const alive = watchHeartbeats(client);
  client.on(Events.ShardDisconnect, ({ code }) =>
    end(FATAL.get(code) ?? `Discord closed the connection for good (${code})`),
  );
  client.on(Events.Invalidated, () => end(REVOKED));
  const onFault = (error: Error) => log.error('gateway-fault', error, { channel: 'discord' });
  client.on(Events.Error, onFault);
  client.on(Events.ShardError, onFault);
  client.on(Events.ShardReconnecting, () => stopping || log.warn('reconnecting', { channel: 'discord' }));
  client.on(Events.ShardResume, (_, count) => log.info('resumed', { channel: 'discord', count }));

  const { onTurn: _, ...uncounted } = services; // what is shared or read once more was not asked once more
  receive(client as Client<true>, {
    converse: inTurns(createConverse(services)),
    first: createFirst('discord', house.store, log),
    send: createSend(client.rest, () => end(REVOKED)),
    shelf: createShelf(() => house.desk.current(), createConverse(uncounted), house.now),
    log,
    flight: house.flight,
    onFeedback: house.onFeedback,
    now: house.now,
    current: () => house.desk.current(),
    stopping: () => stopping,
  });
  try {
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await Promise.race([ended.promise, Promise.all([client.login(settings.DISCORD_TOKEN), ready])]);
  } catch (error) {
    await within(CLOSE_MS, client.destroy());
    throw error instanceof SettingsError ? error : startFault(error);
  }
  running = true;
  return {
    ready: () => !stopping && alive(),
    refuse: () => {
      stopping = true;
    },
    close: async () => {
      await within(CLOSE_MS, client.destroy());
    },
  };
}

/** Settings -> the library's client, not yet connected. */
export function createClient({ DISCORD_API_URL, DISCORD_SHARDS }: DiscordSettings): Client {
  const client = new Client({
    // no privileged intent: mentions, direct messages and commands carry their words without it
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel], // or direct messages never arrive
    allowedMentions: { parse: [], repliedUser: false },
    rest: { api: DISCORD_API_URL, timeout: TRY_MS, retries: 2 },
    waitGuildTimeout: WAIT_GUILD_MS,
    ...(DISCORD_SHARDS === undefined ? {} : { shards: DISCORD_SHARDS }),
    // people and what they write are not kept, not even in memory
    makeCache: Options.cacheWithLimits({
      MessageManager: 0,
      GuildMessageManager: 0,
      DMMessageManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user?.id },
    }),
  });
  // The library drops a direct message that does not name its kind of channel, and Discord may leave that out
  // (discord.js issue 11486).
  client.ws.on(GatewayDispatchEvents.MessageCreate, (message) => {
    if (message.guild_id === undefined) message.channel_type ??= ChannelType.DM;
  });
  return client;
}

/** True while every shard is connected and its heartbeat is answered. */
function watchHeartbeats(client: Client): () => boolean {
  const since = new Map<number, number>();
  client.on(Events.ShardReady, (shard) => since.set(shard, Date.now()));
  client.on(Events.ShardResume, (shard) => since.set(shard, Date.now()));
  return () =>
    client.isReady() &&
    client.ws.shards.every(
      ({ id, status, lastPingTimestamp }) =>
        status === Status.Ready && Date.now() - Math.max(since.get(id) ?? 0, lastPingTimestamp) < HEARTBEAT_MS,
    );
}

function startFault(error: unknown): SettingsError {
  const { code, status } = (error ?? {}) as { readonly code?: unknown; readonly status?: unknown };
  if (code === 'TokenInvalid') return new SettingsError([REVOKED]);
  const why = [status, code].find((part) => /^(?:\d{3}|[A-Z][A-Z_]{2,39})$/u.test(String(part))) ?? 'no answer';
  return new UnreachableError([`Discord cannot be reached (${why}); check the network and DISCORD_API_URL`]);
}
