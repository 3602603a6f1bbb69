import { z } from 'zod';
import { apiUrlSetting, reviewSettings, sharedSettings } from '../shared/index.ts';

export const digestSettings = sharedSettings.extend({
  ...reviewSettings.shape,
  /** Channel that gets the digest. */
  SLACK_DIGEST_CHANNEL: z
    .string()
    .regex(/^[CG][A-Z0-9]{6,20}$/u, 'expected the id of a channel, such as C0123456789')
    .optional(),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'expected a token that begins with xoxb-').optional(),
  SLACK_API_URL: apiUrlSetting.default('https://slack.com/api/'),
});
