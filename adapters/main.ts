/** `npm start`: every channel that is set up; the web chat always is. */
import { runChannels } from './shared/index.ts';
import { openState } from './store/index.ts';
import { planWeb } from './web/plan.ts';

runChannels('start', async (environment) => [planWeb(environment)], openState);
