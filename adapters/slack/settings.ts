import { z } from 'zod';
import { apiUrlSetting, portSetting, serverSettings } from '../shared/index.ts';

const token = (prefix: string) => z.string().startsWith(prefix, `expected a token that begins with ${prefix}`);

/** Asked for even where another variable is wrong, so that the operator sees all faults at once. */
const always = { when: () => true };

export const slackSettings = serverSettings
  .extend({
    SLACK_BOT_TOKEN: token('xoxb-'),
    SLACK_MODE: z.enum(['socket', 'http']).default('socket'),
    /** Needed for Socket Mode. */
    SLACK_APP_TOKEN: token('xapp-').optional(),
    /** Needed for HTTP. */
    SLACK_SIGNING_SECRET: z.string().optional(),
    SLACK_PORT: portSetting.default(3001),
    SLACK_API_URL: apiUrlSetting.default('https://slack.com/api/'),
    SLACK_AUDIENCE: z.enum(['staff', 'patient']).default('staff'),
  })
  .refine(({ SLACK_MODE, SLACK_APP_TOKEN }) => SLACK_MODE === 'http' || SLACK_APP_TOKEN !== undefined, {
    ...always,
    path: ['SLACK_APP_TOKEN'],
    error: 'is not set, and Socket Mode needs it',
  })
  .refine(({ SLACK_MODE, SLACK_SIGNING_SECRET }) => SLACK_MODE !== 'http' || SLACK_SIGNING_SECRET !== undefined, {
    ...always,
    path: ['SLACK_SIGNING_SECRET'],
    error: 'is not set, and SLACK_MODE=http needs it',
  });

export type SlackSettings = z.infer<typeof slackSettings>;
