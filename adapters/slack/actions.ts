import type { App, BlockAction, RespondFn, webApi } from '@slack/bolt';
import { repeat } from '../shared/index.ts';
import { type Bot, isDirect } from './bot.ts';
import { kindOf } from './buttons.ts';
import { render, renderText } from './render.ts';
import { fromValue } from './values.ts';
import { byResponse, directly, openly, type Place, privately, type Way } from './ways.ts';

/** A pressed button, wherever it stands. */
interface Press {
  readonly value: string | undefined;
  readonly client: webApi.WebClient;
  readonly respond: RespondFn | undefined;
  readonly place: Place;
  /** Ts of the message with the button; null in the App Home. */
  readonly message: string | null;
  /** Only the person sees that message. */
  readonly hidden: boolean;
}

/** Two presses within this time, in milliseconds, are one. */
const TWICE_MS = 3_000;

type Handler = (bot: Bot, press: Press) => Promise<unknown>;

const HANDLERS = new Map<string, Handler>(Object.entries({ choice, share, why, thumb }));

/** One listener for every button: those of old versions are acknowledged as well, and answered as out of date. */
export function addActions(app: App, bot: Bot): void {
  app.action<BlockAction>({ type: 'block_actions' }, async ({ ack, body, action, client, respond }) => {
    await ack();
    if (!(await bot.isFirst('press', [body.trigger_id, body.response_url]))) return;
    const value = 'value' in action ? action.value : undefined;
    const press: Press = { value, client, ...whereOf(body, respond) };
    try {
      await (HANDLERS.get(kindOf(action.action_id)) ?? stale)(bot, press);
    } catch (error) {
      bot.house.log.error('press-failed', error, { channel: 'slack' });
      await bot.deliver(bot.say('error'), privatelyTo(press));
    }
  });
}

async function choice(bot: Bot, press: Press) {
  const value = fromValue('choice', press.value);
  if (value === null) return stale(bot, press);
  const { client, place, respond, message, hidden } = press;
  const root = value.root ?? (hidden ? null : place.root);
  const here = { ...place, root };
  const answer = await bot.answer({ choice: value.id }, here);
  if (message === null) return bot.deliver(answer.messages, privatelyTo(press));
  return !hidden && isDirect(place.channel)
    ? bot.deliver(answer.messages, [openly(client, place.channel, root), directly(client, place.user)])
    : bot.tell(answer, client, place, respond);
}

/** Posts the answer, found again by its ids, so that it works after a restart and on every replica. */
async function share(bot: Bot, press: Press) {
  const value = fromValue('share', press.value);
  if (value === null) return stale(bot, press);
  const { house, audience, strings } = bot;
  const reply = repeat(value.again, house.desk.current(), house.now(), audience);
  if (reply.kind !== 'answer' || reply.version !== value.of) return stale(bot, press);
  const { channel } = press.place;
  const root = value.root ?? null;
  const tell = (text: string) => bot.deliver(renderText(text, strings), privatelyTo(press));
  if (!(await bot.isFirst('share', [channel, press.message ?? undefined], TWICE_MS))) return undefined;
  const ways = [openly(press.client, channel, root)];
  if (press.respond)
    ways.push(
      byResponse(press.respond, { response_type: 'in_channel', ...(root === null ? {} : { thread_ts: root }) }),
    );
  const posted = await bot.deliver(render({ ...reply, choices: [] }, {}, strings), ways);
  return tell(posted ? strings.shared : strings.notShared);
}

async function why(bot: Bot, press: Press) {
  const { reasons, strings, deliver } = bot;
  const reason = reasons.find(fromValue('why', press.value)?.reason ?? '') ?? strings.whyGone;
  return deliver(renderText(reason, strings), privatelyTo(press));
}

async function thumb(bot: Bot, press: Press) {
  const value = fromValue('thumb', press.value);
  if (value === null) return stale(bot, press);
  const { helpful, kind, about } = value;
  bot.house.onFeedback('slack', { helpful, kind, about });
  return bot.deliver(renderText(bot.strings.thanks, bot.strings), privatelyTo(press));
}

async function stale(bot: Bot, press: Press) {
  return bot.deliver(bot.say('stale'), privatelyTo(press));
}

/** In the App Home there is no message to answer: a direct message is as private. */
function privatelyTo({ client, place, respond, message }: Press): Way[] {
  return message === null ? [directly(client, place.user)] : privately(client, place, respond);
}

function whereOf(body: BlockAction, respond: RespondFn | undefined): Omit<Press, 'value' | 'client'> {
  const { container, channel, user, team } = body;
  const message: string | null = container.message_ts ?? body.message?.ts ?? null;
  const thread: string | null = container.thread_ts ?? body.message?.thread_ts ?? null;
  return {
    respond: body.response_url ? respond : undefined,
    place: {
      team: team?.id ?? user.team_id ?? '',
      channel: channel?.id ?? container.channel_id ?? user.id,
      user: user.id,
      thread,
      root: thread ?? message,
    },
    message,
    hidden: container.is_ephemeral === true,
  };
}
