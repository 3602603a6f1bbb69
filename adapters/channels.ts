import { planDesk } from './desk/plan.ts';
import { planDigest } from './digest/plan.ts';
import type { Environment, Plan, Planning } from './shared/index.ts';
import { planWeb } from './web/plan.ts';

/** Environment -> plan; null where it is not set up. Throws `SettingsError` where it is set up wrongly. */
type Offer = (environment: Environment) => Promise<Plan | null>;

/** Everything that `npm start` can open, by name. The desk stands before the web chat, whose paths take everything. */
export const CHANNELS: Readonly<Record<string, Offer>> = {
  desk: async (environment) => planDesk(environment),
  digest: async (environment) => planDigest(environment),
  web: async (environment) => planWeb(environment),
  slack: async (environment) =>
    environment.SLACK_BOT_TOKEN?.trim() ? (await import('./slack/plan.ts')).planSlack(environment) : null,
  discord: async (environment) =>
    environment.DISCORD_TOKEN?.trim() ? (await import('./discord/plan.ts')).planDiscord(environment) : null,
};

/** Those that are set up. */
export const planChannels: Planning = async (environment) => {
  const plans = await Promise.all(Object.values(CHANNELS).map((offer) => offer(environment)));
  return plans.filter((plan) => plan !== null);
};
