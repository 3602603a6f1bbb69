import { once } from 'node:events';
import { ApplicationCommandType, ComponentType, InteractionContextType, InteractionType } from 'discord.js';
import { createGateway } from './gateway.ts';
import type { Json } from './limits.ts';
import { type Asked, createRest, type Posted } from './rest.ts';

export const TOKEN = 'a-token-of-nobody';
export const APPLICATION = '1200000000000000001';
export const SELF = '1200000000000000002';
export const GUILD = '1200000000000000003';
export const CHANNEL = '1200000000000000004';

/** Where somebody uses the bot: its server, its direct messages, others' direct messages, a server that it is not in. */
export type Place = 'server' | 'direct' | 'elsewhere' | 'abroad';
/** As a user install the bot comes along to servers that it knows nothing of. */
const FOREIGN = '1200000000000000005';

export interface FakeOptions {
  readonly heartbeatMs?: number;
  /** Guilds that READY names and that never come. */
  readonly missingGuilds?: readonly string[];
}

/** A whole Discord on loopback: REST and gateway, as strict as the real one about what it is sent. */
export async function openFakeDiscord({ heartbeatMs = 41_250, missingGuilds = [] }: FakeOptions = {}) {
  const { server, world, nextId, show } = createRest({ token: TOKEN, application: APPLICATION, self: SELF });
  const gateway = createGateway(server, {
    token: TOKEN,
    heartbeatMs,
    ready: () => ({
      v: 10,
      user: { id: SELF, username: 'faq', discriminator: '0000', avatar: null, bot: true },
      guilds: [GUILD, ...missingGuilds].map((id) => ({ id, unavailable: true })),
      application: { id: APPLICATION, flags: 0 },
    }),
    guilds: () => [guild()],
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };

  const user = (id: string) => ({ id, username: 'Zebulon', discriminator: '0000', avatar: null });
  const member = (id: string) => ({
    user: user(id),
    roles: [],
    joined_at: '2026-01-01T00:00:00Z',
    deaf: false,
    mute: false,
    flags: 0,
    permissions: '0',
  });
  const directOf = (person: string) => {
    const id = world.direct.get(person) ?? nextId();
    world.direct.set(person, id);
    return id;
  };

  const ask = (person: string, place: Place, body: Json, on: Posted | null = null): Asked => {
    const id = nextId();
    const channel = on?.channel ?? (place === 'direct' ? directOf(person) : CHANNEL);
    const asked: Asked = {
      id,
      token: `token-${id}`,
      channel,
      at: Date.now(),
      on,
      response: null,
      messages: [],
      suggestions: body.type === InteractionType.ApplicationCommandAutocomplete ? [] : null,
    };
    world.asked.set(id, asked);
    const contexts = {
      server: InteractionContextType.Guild,
      abroad: InteractionContextType.Guild,
      direct: InteractionContextType.BotDM,
      elsewhere: InteractionContextType.PrivateChannel,
    };
    const isServer = place === 'server' || place === 'abroad';
    gateway.dispatch('INTERACTION_CREATE', {
      id,
      application_id: APPLICATION,
      token: asked.token,
      version: 1,
      context: contexts[place],
      locale: 'en-US',
      entitlements: [],
      app_permissions: '0',
      authorizing_integration_owners: place === 'server' ? { 0: GUILD } : { 1: person },
      channel_id: channel,
      channel: { id: channel, type: isServer ? 0 : 1 },
      ...(isServer
        ? { guild_id: place === 'server' ? GUILD : FOREIGN, member: member(person) }
        : { user: user(person) }),
      ...(on === null ? {} : { message: show(on) }),
      ...body,
    });
    return asked;
  };

  const write = (person: string, content: string, more: Json): string => {
    const id = nextId();
    gateway.dispatch('MESSAGE_CREATE', {
      id,
      author: user(person),
      content,
      type: 0,
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      attachments: [],
      embeds: [],
      components: [],
      pinned: false,
      flags: 0,
      ...more,
    });
    return id;
  };

  return {
    url: `http://127.0.0.1:${port}/api`,
    world,
    gateway,
    nextId,
    /** A command with its options. */
    commands: (person: string, place: Place, name: string, options: Readonly<Record<string, string>> = {}) =>
      ask(person, place, {
        type: InteractionType.ApplicationCommand,
        data: { id: nextId(), name, type: ApplicationCommandType.ChatInput, options: toOptions(options) },
      }),
    types: (person: string, name: string, option: string, value: string) =>
      ask(person, 'server', {
        type: InteractionType.ApplicationCommandAutocomplete,
        data: { id: nextId(), name, type: 1, options: [{ name: option, type: 3, value, focused: true }] },
      }),
    /** "Ask the FAQ about this" on somebody's message. */
    asksAbout: (person: string, place: Place, name: string, content: string) => {
      const target = nextId();
      const message = {
        ...show({ id: target, channel: CHANNEL, hidden: false, body: {} }),
        content,
        author: user(nextId()),
      };
      return ask(person, place, {
        type: InteractionType.ApplicationCommand,
        data: {
          id: nextId(),
          name,
          type: ApplicationCommandType.Message,
          target_id: target,
          resolved: { messages: { [target]: message } },
        },
      });
    },
    /** A button, or with a value an option of a menu. */
    presses: (person: string, place: Place, on: Posted, customId: string, value?: string) =>
      ask(
        person,
        place,
        {
          type: InteractionType.MessageComponent,
          data:
            value === undefined
              ? { component_type: ComponentType.Button, custom_id: customId }
              : { component_type: ComponentType.StringSelect, custom_id: customId, values: [value] },
        },
        on,
      ),
    /** A direct message; channel_type is what Discord sends since 2026. */
    writesDirectly: (person: string, content: string, more: Json = {}) => {
      const channel = directOf(person);
      write(person, content, { channel_id: channel, channel_type: 1, ...more });
      return channel;
    },
    /** In a channel of the server; without a mention its words are withheld, as without the intent. */
    writesInServer: (person: string, content: string, more: Json = {}) => {
      const mentioned = content.includes(`<@${SELF}>`);
      const mentions = mentioned ? [{ ...user(SELF), bot: true, member: member(SELF) }] : [];
      const { user: _, ...partial } = member(person);
      const id = write(person, mentioned ? content : '', {
        channel_id: CHANNEL,
        channel_type: 0,
        guild_id: GUILD,
        mentions,
        member: partial,
        ...more,
      });
      return id;
    },
    close: async () => {
      gateway.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  function guild(): Json {
    return {
      id: GUILD,
      name: 'A server',
      owner_id: nextId(),
      channels: [{ id: CHANNEL, type: 0, name: 'general', position: 0, permission_overwrites: [] }],
      roles: [
        {
          id: GUILD,
          name: '@everyone',
          permissions: '0',
          position: 0,
          color: 0,
          hoist: false,
          managed: false,
          mentionable: false,
          flags: 0,
        },
      ],
      members: [member(SELF)],
      member_count: 2,
      threads: [],
      emojis: [],
      stickers: [],
      features: [],
      presences: [],
      voice_states: [],
      stage_instances: [],
      guild_scheduled_events: [],
      unavailable: false,
    };
  }
}

function toOptions(options: Readonly<Record<string, string>>): Json[] {
  return Object.entries(options).map(([name, value]) => ({ name, type: 3, value }));
}

export type FakeDiscord = Awaited<ReturnType<typeof openFakeDiscord>>;
