import type { Environment, Plan } from '../shared/index.ts';
import { createDeskApp, DESK_PATH } from './app.ts';
import { readDeskSettings } from './settings.ts';

/** The staff's desk; null where it is off. Throws `SettingsError`. Its path stands before the web chat's, which takes all. */
export function planDesk(environment: Environment): Plan | null {
  const settings = readDeskSettings(environment);
  if (settings === null) return null;
  return {
    name: 'desk',
    routes: (house) => ({ path: DESK_PATH, app: createDeskApp({ house, settings }) }),
    readyLine: (url) => `The desk for staff is at ${url}${DESK_PATH}`,
  };
}
