import type { App, types } from '@slack/bolt';
import { type Choice, createSay, encodeChoice, type Knowledge } from '#core';
import type { Bot } from './bot.ts';
import { choiceButtons } from './buttons.ts';
import { usage } from './commands.ts';
import manifest from './manifest.json' with { type: 'json' };
import { plain } from './render.ts';
import type { Strings } from './strings.ts';

/** What the bot's own place shows: the home tab, and prompts above an empty conversation. Published when somebody opens it. */
export function addHome(app: App, bot: Bot): void {
  app.event('app_home_opened', async ({ event, client }) => {
    try {
      if (event.tab === 'messages')
        // Without thread_ts: with it, the call fails silently for an agent_view.
        await client.assistant.threads.setSuggestedPrompts({
          channel_id: event.channel,
          prompts: manifest.features.agent_view.suggested_prompts as [{ title: string; message: string }],
        });
      else
        await client.views.publish({
          user_id: event.user,
          view: { type: 'home', blocks: homeBlocks(bot.house.desk.current().knowledge, usage(bot), bot.strings) },
        });
    } catch (error) {
      bot.failed('home', error);
    }
  });
}

/** What it is, whom to call, topics as buttons, and how much of the knowledge the clinic has reviewed. */
export function homeBlocks(knowledge: Knowledge, hint: string, strings: Strings): types.KnownBlock[] {
  const say = createSay(knowledge);
  const section = (text: string): types.KnownBlock => ({ type: 'section', text: plain(text) });
  const small = (text: string): types.KnownBlock => ({ type: 'context', elements: [plain(text)] });
  const topics: Choice[] = [...knowledge.topics.values()].map(({ slug, title }) => ({
    id: encodeChoice({ kind: 'topic', topic: slug, procedure: null }, knowledge.version),
    label: title,
    facts: [],
  }));
  return [
    { type: 'header', text: plain(strings.home.about) },
    section(say('help')),
    section(say('help-emergency')),
    section(say('help-human')),
    section(say('help-privacy')),
    section(hint),
    { type: 'header', text: plain(strings.home.topics) },
    ...choiceButtons(topics, {}),
    { type: 'header', text: plain(strings.home.review) },
    section(reviewOf(knowledge, strings)),
    small(strings.version(knowledge.version)),
    ...(knowledge.clinic.demo ? [small(say('demo'))] : []),
  ];
}

function reviewOf({ facts }: Knowledge, strings: Strings): string {
  const states = Object.groupBy([...facts.values()], ({ review }) => review.state);
  const counts = Object.entries(states).map(([state, some]) => [state, some.length] as const);
  return [strings.reviewed(states.approved?.length ?? 0, facts.size), strings.states(counts)].join('\n');
}
