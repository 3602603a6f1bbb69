/** `npm start`: every channel that is set up; the web chat always is. */
import { type Planning, runChannels } from './shared/index.ts';
import { openState } from './store/index.ts';
import { planWeb } from './web/plan.ts';

const planning: Planning = async (environment) => [
  planWeb(environment),
  ...(environment.SLACK_BOT_TOKEN?.trim() ? [(await import('./slack/plan.ts')).planSlack(environment)] : []),
  ...(environment.DISCORD_TOKEN?.trim() ? [(await import('./discord/plan.ts')).planDiscord(environment)] : []),
];

runChannels('start', planning, openState);
