import type { App, RespondFn, webApi } from '@slack/bolt';
import { type Bot, isDirect, isShared } from './bot.ts';
import { directly, openly, type Place } from './ways.ts';
import { fromSlack } from './words.ts';

/** What both kinds of message have. */
interface Incoming {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly user?: string;
  readonly text?: string;
  readonly subtype?: string | undefined;
  readonly bot_id?: string;
  readonly bot_profile?: unknown;
  readonly hidden?: boolean;
  readonly edited?: unknown;
}

const SLACKBOT = 'USLACKBOT';

/** Mentions in channels and direct messages; Bolt has acknowledged them before they arrive here. */
export function addEvents(app: App, bot: Bot): void {
  /** One post can be delivered again, and as two events. */
  const isNew = async (delivery: string | undefined, { channel, ts }: Incoming) =>
    (await bot.isFirst('event', [delivery])) && (await bot.isFirst('post', [channel, ts]));

  app.event('app_mention', async ({ event, body, client, context }) => {
    if (!isFromPerson(event, context.botUserId) || isDirect(event.channel)) return;
    if (!(await isNew(body.event_id, event))) return;
    await answerAmongOthers(bot, client, { text: fromSlack(event.text) }, placeOf(event, body.team_id));
  });

  app.message(async ({ message, body, client, context }) => {
    if (message.channel_type !== 'im') return;
    const event: Incoming = message;
    if (!isFromPerson(event, context.botUserId) || !event.text) return;
    if (!(await isNew(body.event_id, event))) return;
    const place = placeOf(event, body.team_id);
    const { messages } = await bot.answer({ text: fromSlack(event.text) }, place);
    await bot.deliver(messages, [openly(client, place.channel, place.root), directly(client, place.user)]);
  });

  app.event('app_uninstalled', async () => bot.house.giveUp('Slack: the app was uninstalled from the workspace'));
  app.event('tokens_revoked', async ({ event }) => {
    if (event.tokens.bot?.length)
      bot.house.giveUp('SLACK_BOT_TOKEN: Slack has revoked it; install the app again (docs/slack.md)');
  });
}

/**
 * The answer goes to the asker alone. An alarm's own words are private as well; since the message itself stands where
 * others read it, the line that concerns everybody stands under it.
 */
export async function answerAmongOthers(
  bot: Bot,
  client: webApi.WebClient,
  input: { readonly text: string },
  place: Place,
  respond?: RespondFn,
): Promise<void> {
  const answer = await bot.answer(input, place);
  const toAll =
    answer.turn.reply.kind === 'escalate' && isShared(place.channel)
      ? [bot.deliver(bot.say('help-emergency'), [openly(client, place.channel, place.root)])]
      : [];
  await Promise.all([...toAll, bot.tell(answer, client, place, respond)]);
}

/** Other bots would answer our answers, and so would we ours; an edit, a join or a hidden message asks nothing. */
function isFromPerson(event: Incoming, own: string | undefined): event is Incoming & { readonly user: string } {
  const { user, subtype, bot_id, bot_profile, hidden, edited } = event;
  const written = subtype === undefined || subtype === 'file_share';
  const byBot = bot_id !== undefined || bot_profile !== undefined;
  return (
    written && !byBot && !hidden && edited === undefined && user !== undefined && user !== own && user !== SLACKBOT
  );
}

function placeOf({ channel, ts, thread_ts, user }: Incoming & { readonly user: string }, team: string): Place {
  return { team, channel, user, thread: thread_ts ?? null, root: thread_ts ?? ts };
}
