import type { App } from '@slack/bolt';
import type { Bot } from './bot.ts';
import type { Place } from './ways.ts';
import { fromSlack } from './words.ts';

export const COMMAND = '/faq';

/** `/faq`: a question, a quick check, `compare` or `help`. Only the person sees the answer, and nothing is remembered. */
export function addCommands(app: App, bot: Bot): void {
  app.command(COMMAND, async ({ ack, command, client, respond }) => {
    await ack();
    if (!(await bot.isFirst('command', [command.trigger_id, command.response_url]))) return;
    const place: Place = {
      team: command.team_id,
      channel: command.channel_id,
      user: command.user_id,
      thread: null,
      root: null,
    };
    const text = fromSlack(command.text ?? '');
    const answer = await bot.answer({ text }, place, /^(?:help)?$/iu.test(text) ? usage(bot) : undefined);
    await bot.tell(answer, client, place, respond);
  });
}

/** What can be typed, with a guide and a topic that the knowledge has. */
export function usage({ house, strings }: Bot): string {
  const { guides, topics } = house.desk.current().knowledge;
  const guide = [...guides.values()].at(0);
  const topic = topics.has('recovery') ? 'recovery' : [...topics.keys()].at(0);
  return strings.usage(COMMAND, guide?.id ?? '', topic ?? '');
}
