import manifest from '../../../../adapters/slack/manifest.json' with { type: 'json' };
import { createPoster, SIGNING_SECRET, type Signing } from './http.ts';
import type { Json } from './payloads.ts';
import { buttonsOf, thumbsOf } from './reading.ts';
import { type EnvelopeType, openSocketMode } from './socket.ts';
import { APP_TOKEN, BOT_TOKEN, CHANNEL, DIRECT, openWebApi, type Posted, TEAM, USER } from './web-api.ts';

export type Mode = 'socket' | 'http';

/** One delivery, so that it can be made again. */
export interface Delivery {
  readonly type: EnvelopeType;
  readonly payload: Json;
}

/** A Slack on loopback with one workspace, one person and the bot. */
export async function openFakeSlack(mode: Mode) {
  const api = await openWebApi();
  const socket = openSocketMode(api);
  let poster: ReturnType<typeof createPoster> | undefined;
  let count = 0;
  const next = () => {
    count += 1;
    return String(count).padStart(9, '0');
  };

  const deliver = async ({ type, payload }: Delivery, signing?: Signing): Promise<number> => {
    if (mode === 'socket') return socket.deliver(type, payload);
    const sent = performance.now();
    const status = await poster?.(type, payload, signing);
    if (status !== 200) throw new Error(`the bot answered Slack with ${status}`);
    return performance.now() - sent;
  };

  const event = (name: string, fields: Json): Delivery => {
    const subscribed = name === 'message' ? 'message.im' : name;
    if (!manifest.settings.event_subscriptions.bot_events.includes(subscribed))
      throw new Error(`the manifest does not subscribe to ${subscribed}`);
    const payload = { type: 'event_callback', team_id: TEAM, api_app_id: 'A1', event_id: `Ev${next()}`, event_time: 1 };
    return { type: 'events_api', payload: { ...payload, event: { type: name, ...fields } } };
  };
  const interactive = (fields: Json): Delivery => ({
    type: 'interactive',
    payload: {
      team: { id: TEAM, domain: 'fake' },
      user: { id: USER, username: 'z' },
      token: 'legacy',
      trigger_id: `tr${next()}`,
      ...fields,
    },
  });

  return {
    ...api,
    socket,
    /** Environment of a bot that talks to this Slack. */
    env: {
      SLACK_MODE: mode,
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_API_URL: api.url,
      ...(mode === 'socket' ? { SLACK_APP_TOKEN: APP_TOKEN } : { SLACK_SIGNING_SECRET: SIGNING_SECRET }),
      SLACK_PORT: '0',
    },
    /** Where the bot listens for HTTP. */
    setAddress: (address: string) => {
      poster = createPoster(address);
    },
    post: (delivery: Delivery, signing: Signing) => poster?.(delivery.type, delivery.payload, signing),
    deliver,

    directMessage: (text: string, fields: Json = {}) =>
      event('message', { channel: DIRECT, channel_type: 'im', user: USER, text, ts: api.stamp(), ...fields }),
    mention: (text: string, fields: Json = {}) =>
      event('app_mention', { channel: CHANNEL, user: USER, text, ts: api.stamp(), ...fields }),
    event,
    command: (text: string, fields: Json = {}): Delivery => {
      const channel_id: string = fields.channel_id ?? CHANNEL;
      const where = { team_id: TEAM, channel_id, channel_name: 'somewhere', user_id: USER, user_name: 'z' };
      const answer = { trigger_id: `tr${next()}`, response_url: api.offerUrl(channel_id) };
      return { type: 'slash_commands', payload: { command: '/faq', text, ...where, ...answer, ...fields } };
    },
    shortcut: (text: string, fields: Json = {}, channel = CHANNEL) =>
      interactive({
        type: 'message_action',
        callback_id: 'ask_the_faq',
        channel: { id: channel, name: 'somewhere' },
        message: { type: 'message', user: 'U0OTHER', ts: api.stamp(), text, ...fields },
        response_url: api.offerUrl(channel),
      }),
    /** Presses an element of a message; Slack shows no content of a private one. */
    press: (element: Json, { channel, ts, thread, onlyFor }: Posted, fields: Json = {}) =>
      interactive({
        type: 'block_actions',
        container: {
          type: 'message',
          message_ts: ts,
          channel_id: channel,
          is_ephemeral: onlyFor !== null,
          ...(thread === null ? {} : { thread_ts: thread }),
        },
        channel: { id: channel, name: 'somewhere' },
        ...(onlyFor === null
          ? { message: { type: 'message', ts, ...(thread === null ? {} : { thread_ts: thread }) } }
          : {}),
        response_url: api.offerUrl(channel),
        actions: [{ action_ts: '1.1', block_id: 'b', text: {}, ...element }],
        ...fields,
      }),
    pressHome: (element: Json) =>
      interactive({
        type: 'block_actions',
        container: { type: 'view', view_id: 'V1' },
        view: { id: 'V1', type: 'home' },
        actions: [{ action_ts: '1.1', block_id: 'b', text: {}, ...element }],
      }),
    close: async () => {
      socket.close();
      await api.close();
    },
  };
}

export type FakeSlack = Awaited<ReturnType<typeof openFakeSlack>>;

/** The button whose label or action begins so. */
export function buttonOf({ blocks }: Pick<Posted, 'blocks'>, name: string): Json {
  const found = buttonsOf(blocks).find(({ text, action_id }) => text.text.startsWith(name) || action_id === name);
  if (found === undefined) throw new Error(`no button "${name}"`);
  return found;
}

export function thumbOf({ blocks }: Posted, helpful: boolean): Json {
  const thumbs = thumbsOf(blocks);
  if (thumbs === undefined) throw new Error('no thumbs');
  const { value } = helpful ? thumbs.positive_button : thumbs.negative_button;
  return { type: 'feedback_buttons', action_id: thumbs.action_id, value };
}
