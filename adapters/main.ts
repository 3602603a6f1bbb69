/** `npm start`: every channel that is set up; the web chat always is. */
import { planDesk } from './desk/plan.ts';
import { planDigest } from './digest/plan.ts';
import { type Planning, runChannels } from './shared/index.ts';
import { openState } from './store/index.ts';
import { planWeb } from './web/plan.ts';

/** The desk stands before the web chat, whose paths take everything. */
const planning: Planning = async (environment) => [
  ...[planDesk(environment), planDigest(environment)].filter((plan) => plan !== null),
  planWeb(environment),
  ...(environment.SLACK_BOT_TOKEN?.trim() ? [(await import('./slack/plan.ts')).planSlack(environment)] : []),
  ...(environment.DISCORD_TOKEN?.trim() ? [(await import('./discord/plan.ts')).planDiscord(environment)] : []),
];

runChannels('start', planning, openState);
