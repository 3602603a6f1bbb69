import { type Environment, type Plan, readSettings, refuseDemo } from '../shared/index.ts';
import { openDiscord } from './open.ts';
import { discordSettings } from './settings.ts';

/** The bot on Discord: general education only, since Discord forbids apps to handle health data. Throws `SettingsError`. */
export function planDiscord(environment: Environment): Plan {
  const settings = readSettings(discordSettings, environment);
  return {
    name: 'discord',
    accept: ({ clinic }) =>
      refuseDemo(clinic, { channel: 'discord', reachesPatients: true, allowed: settings.CLINIC_DEMO }),
    start: (house) => openDiscord(settings, house),
    readyLine: () => 'discord ready: /faq, mentions and direct messages are answered',
  };
}
