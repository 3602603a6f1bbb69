import { z } from 'zod';
import {
  type Environment,
  isLoopback,
  proxiesSetting,
  readSettings,
  reviewSettings,
  SettingsError,
  serverSettings,
} from '../shared/index.ts';

export const deskSettings = serverSettings.extend({
  ...reviewSettings.shape,
  TRUST_PROXY: proxiesSetting,
  /** Whoever knows it may sign in. */
  DESK_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{24,200}$/u, 'expected 24 or more letters and digits, as from openssl rand -hex 24')
    .optional(),
  /** Header in which one's own proxy names the person whom it let in. */
  DESK_PROXY_HEADER: z
    .string()
    .regex(/^[A-Za-z][\w-]{2,60}$/u, 'expected the name of a header, such as X-Forwarded-User')
    .optional(),
});

/** How staff get in, and what they may see. */
export interface DeskSettings {
  readonly token: string | null;
  readonly proxyHeader: string | null;
  readonly proxies: number;
  /** The session's cookie travels over TLS only; false on this machine without a proxy. */
  readonly secure: boolean;
  /** Words of unanswered questions are kept. */
  readonly keepsWords: boolean;
}

/** Environment -> settings; null where the desk is off. Throws `SettingsError`. */
export function readDeskSettings(environment: Environment): DeskSettings | null {
  const settings = readSettings(deskSettings, environment);
  const { DESK_TOKEN: token = null, DESK_PROXY_HEADER: proxyHeader = null, TRUST_PROXY: proxies } = settings;
  if (token === null && proxyHeader === null) return null;
  if (proxyHeader !== null && proxies === 0)
    throw new SettingsError([
      'DESK_PROXY_HEADER: anybody could send this header; set TRUST_PROXY to the number of your own proxies; see .env.example',
    ]);
  return {
    token,
    proxyHeader,
    proxies,
    secure: proxies > 0 || !isLoopback(settings.HOST),
    keepsWords: settings.REVIEW_KEEP_TEXT === 'redacted',
  };
}
