/** `npm run start:discord`: Discord alone. */
import { runChannels } from '../shared/index.ts';
import { openState } from '../store/index.ts';
import { planDiscord } from './plan.ts';

runChannels('discord', async (environment) => [planDiscord(environment)], openState);
