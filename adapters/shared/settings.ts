import { z } from 'zod';
import type { Clinic } from '#core';

/** Settings that every channel has; .env.example explains each. */
export const sharedSettings = z.object({
  KNOWLEDGE_DIR: z.string().min(1).default('knowledge'),
  CLINIC_DEMO: z.enum(['', 'allow']).default(''),
});

export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting is missing or wrong; `lines` has one line for each, ready to print. */
export class SettingsError extends Error {
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'SettingsError';
    this.lines = lines;
  }
}

/** Environment -> settings. Throws `SettingsError` with a line for every bad variable; other variables are ignored. */
export function readSettings<T extends z.ZodType>(schema: T, environment: Environment): z.infer<T> {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  throw new SettingsError(
    parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}; see .env.example`),
  );
}

/** Reads .env into the environment where the file exists; what is set already wins. */
export function loadEnvFile(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

/** A channel that patients reach must not start with the made-up clinic and its made-up numbers, unless the operator insists. */
export function refuseDemo(clinic: Clinic, channel: string, setting: string): void {
  if (!clinic.demo || setting === 'allow') return;
  throw new SettingsError([
    `${channel}: clinic.yaml is the demo clinic, with made-up numbers; fill in your own and set demo to false, or set CLINIC_DEMO=allow to try it out`,
  ]);
}
