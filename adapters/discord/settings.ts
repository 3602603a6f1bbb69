import { z } from 'zod';
import { apiUrlSetting, sharedSettings } from '../shared/index.ts';

const id = z.string().regex(/^\d{1,20}$/u, 'expected the digits of a Discord id');

export const discordSettings = sharedSettings.extend({
  DISCORD_TOKEN: z.string(),
  /** Needed to register the commands. */
  DISCORD_APPLICATION_ID: id.optional(),
  /** Where the commands are registered while developing; not set: everywhere. */
  DISCORD_GUILD_ID: id.optional(),
  /** Base without the version, for a proxy or tests. */
  DISCORD_API_URL: apiUrlSetting
    .transform((url) => url.replace(/\/+$/u, ''))
    .refine((url) => !/\/v\d+$/u.test(url), 'expected the address without the version, as in https://discord.com/api')
    .default('https://discord.com/api'),
  /** "auto" opens as many gateway connections as Discord recommends; not set: one. */
  DISCORD_SHARDS: z.literal('auto').optional(),
});

export type DiscordSettings = z.infer<typeof discordSettings>;

/** For `npm run discord:register`. */
export const registerSettings = discordSettings.required({ DISCORD_APPLICATION_ID: true });
