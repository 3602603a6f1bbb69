/** `npm start`: every channel that is set up; the web chat always is. */
import { planChannels } from './channels.ts';
import { runChannels } from './shared/index.ts';
import { openState } from './store/index.ts';

runChannels('start', planChannels, openState);
