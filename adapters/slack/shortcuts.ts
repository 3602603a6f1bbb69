import type { App } from '@slack/bolt';
import type { Bot } from './bot.ts';
import { answerAmongOthers } from './events.ts';
import type { Place } from './ways.ts';
import { fromSlack } from './words.ts';

export const SHORTCUT = 'ask_the_faq';

/** "Ask the FAQ about this", in the menu of a message: what it says is read as the question. */
export function addShortcuts(app: App, bot: Bot): void {
  app.shortcut({ callback_id: SHORTCUT, type: 'message_action' }, async ({ ack, shortcut, client, respond }) => {
    await ack();
    if (!(await bot.isFirst('shortcut', [shortcut.trigger_id, shortcut.response_url]))) return;
    const { message, channel, user, team } = shortcut;
    const thread: string | null = message.thread_ts ?? null;
    const place: Place = {
      team: team?.id ?? '',
      channel: channel.id,
      user: user.id,
      thread,
      root: thread ?? message.ts,
    };
    await answerAmongOthers(bot, client, { text: fromSlack(message.text ?? '') }, place, respond);
  });
}
