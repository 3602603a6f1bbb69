import { z } from 'zod';
import { LOG_LEVELS } from './log.ts';
import { isLoopback } from './loopback.ts';
import { stateSettings } from './state.ts';

/** Settings that every channel has; .env.example explains each. A channel adds its own with `.extend({...})`. */
export const sharedSettings = z.object({
  KNOWLEDGE_DIR: z.string().default('knowledge'),
  CLINIC_DEMO: z.literal('allow').optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
});

export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting is missing or wrong; `lines` has one line for each, ready to print, and never a value. */
export class SettingsError extends Error {
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'SettingsError';
    this.lines = lines;
  }
}

/** Environment -> settings. A variable set to nothing counts as not set; others are ignored. Throws `SettingsError`. */
export function readSettings<T extends z.ZodType>(schema: T, environment: Environment): z.infer<T> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
  const parsed = schema.safeParse(given, { error: sayUnset });
  if (parsed.success) return parsed.data;
  throw new SettingsError(
    parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}; see .env.example`),
  );
}

/** A platform cannot be reached at the start; unlike a wrong setting, that may pass. */
export class UnreachableError extends SettingsError {}

/** Reads .env into the environment where the file exists; what is set already wins. */
export function loadEnvFile(path = '.env'): void {
  try {
    process.loadEnvFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') return;
    throw new SettingsError([`${path}: cannot be read (${code}); check that it is a file that you may read`]);
  }
}

/** .env and the environment -> settings. */
export function loadSettings<T extends z.ZodType>(schema: T): z.infer<T> {
  loadEnvFile();
  return readSettings(schema, process.env);
}

/** A port; 0 lets the system choose. */
export const portSetting = z
  .string()
  .regex(/^\d{1,5}$/u, 'expected a number from 0 to 65535')
  .transform(Number)
  .refine((port) => port <= 65_535, 'expected a number from 0 to 65535');

/** TRUST_PROXY: how many reverse proxies of one's own stand before the server; 0 ignores X-Forwarded-For. */
export const proxiesSetting = z
  .string()
  .regex(/^[0-5]$/u, 'expected the number of your own proxies, 0 to 5')
  .transform(Number)
  .default(0);

/** Settings of a program with channels: where its pages and its health are. A channel that needs them reads them too. */
export const serverSettings = sharedSettings.extend({
  HOST: z
    .string()
    .regex(/^[\w.:[\]-]+$/u, 'expected a host name or an address')
    .default('127.0.0.1'),
  PORT: portSetting.default(3000),
});

/** Whether words of unanswered questions are kept, and how long. */
export const reviewSettings = z.object({
  REVIEW_KEEP_TEXT: z.literal('redacted').optional(),
  REVIEW_DAYS: z
    .string()
    .regex(/^(?:[1-9]\d?|[12]\d\d|3[0-5]\d|36[0-5])$/u, 'expected a number of days from 1 to 365')
    .transform(Number)
    .default(30),
});

/** Settings of the program itself. */
export const programSettings = serverSettings.extend({
  ...stateSettings.shape,
  ...reviewSettings.shape,
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{16,}$/u, 'expected 16 or more letters and digits, as from openssl rand -hex 24')
    .optional(),
});

/** Base address of a platform. Plain http only on this machine: a mistyped one would send tokens in clear. */
export const apiUrlSetting = z
  .url({ protocol: /^https?$/u, error: 'expected an address that begins with https://', abort: true })
  .refine((url) => {
    const { protocol, hostname } = URL.parse(url) ?? {};
    return protocol === 'https:' || isLoopback(hostname ?? '');
  }, 'http:// is taken on this machine only; use https://');

function sayUnset(issue: z.core.$ZodRawIssue): string | undefined {
  return issue.code === 'invalid_type' && issue.input === undefined ? 'is not set' : undefined;
}
