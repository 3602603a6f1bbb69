import { type Environment, isLoopback, type Plan, readSettings, refuseDemo } from '../shared/index.ts';
import { createWeb } from './app.ts';
import { webSettings } from './settings.ts';

/** The clinic's own web chat. Throws `SettingsError`. */
export function planWeb(environment: Environment): Plan {
  const settings = readSettings(webSettings, environment);
  const reachesPatients = !isLoopback(settings.HOST);
  return {
    name: 'web',
    accept: ({ clinic }) => refuseDemo(clinic, { channel: 'web', reachesPatients, allowed: settings.CLINIC_DEMO }),
    routes: (house) => ({
      path: '/',
      app: createWeb({ house, proxies: settings.TRUST_PROXY, frameAncestors: settings.WEB_FRAME_ANCESTORS }),
    }),
    readyLine: (url) => `The chat is at ${url} (Ctrl-C ends it)`,
  };
}
