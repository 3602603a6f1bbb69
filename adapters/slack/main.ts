/** `npm run start:slack`: Slack alone. */
import { runChannels } from '../shared/index.ts';
import { openState } from '../store/index.ts';
import { planSlack } from './plan.ts';

runChannels('slack', async (environment) => [planSlack(environment)], openState);
