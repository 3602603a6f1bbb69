import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { z } from 'zod';
import { CHANNELS } from '../../adapters/channels.ts';
import {
  type Environment,
  type Plan,
  programSettings,
  readSettings,
  SettingsError,
} from '../../adapters/shared/index.ts';
import { about, type Finding } from './finding.ts';

/** Every setting, by a test. */
const EXAMPLE = join(import.meta.dirname, '../../.env.example');

/** What the platforms hand out; they promise no form, so that another one is doubtful and no more. */
const FORMS: Readonly<Record<string, RegExp>> = {
  SLACK_BOT_TOKEN: /^xoxb-\d+-\d+-\w+$/u,
  SLACK_APP_TOKEN: /^xapp-\d+-\w+-\d+-\w+$/u,
  SLACK_SIGNING_SECRET: /^[\da-f]{32}$/u,
  DISCORD_TOKEN: /^[\w-]{18,}\.[\w-]+\.[\w-]{20,}$/u,
};

export interface SettingsFindings {
  readonly findings: readonly Finding[];
  /** Null where one of them is wrong. */
  readonly settings: z.infer<typeof programSettings> | null;
  /** The channels that are set up well. */
  readonly plans: readonly Plan[];
}

/** Environment -> the program's and every channel's settings, read as they read them. */
export async function checkSettings(environment: Environment): Promise<SettingsFindings> {
  const findings: Finding[] = [];
  const told = new Set<string>(); // several channels read the same variable
  const read = async <T>(name: string, work: () => T | Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      findings.push(...error.lines.filter((line) => !told.has(line)).map(about(name).fail));
      for (const line of error.lines) told.add(line);
      return undefined;
    }
  };
  const settings = await read('settings', () => readSettings(programSettings, environment));
  if (settings) findings.push(about('settings').ok('can be read'));
  const plans: Plan[] = [];
  for (const [name, offer] of Object.entries(CHANNELS)) {
    const plan = await read(name, () => offer(environment));
    if (plan === null) findings.push(checkLeftOver(name, environment));
    if (!plan) continue;
    plans.push(plan);
    findings.push(about(name).ok('set up'));
  }
  return { findings, settings: settings ?? null, plans };
}

/** Secrets that look cut off or wrongly pasted. */
export function checkForms(environment: Environment): Finding[] {
  return Object.entries(FORMS).flatMap(([name, form]) => {
    const value = environment[name] ?? '';
    if (value.trim() === '' || form.test(value)) return [];
    return [about('settings').warn(`${name}: does not look like one; copy it again, whole and without quotes`)];
  });
}

/** A channel that is off although some of its settings are there. */
function checkLeftOver(channel: string, environment: Environment): Finding {
  const prefix = `${channel.toUpperCase()}_`;
  const set = Object.keys(environment).filter((name) => name.startsWith(prefix) && environment[name]?.trim());
  const { ok, warn } = about(channel);
  return set.length === 0 ? ok('not set up') : warn(`not set up, although ${set.join(', ')} is set; see .env.example`);
}

/** Names in the settings' file that no program reads, such as mistyped ones. */
export async function checkNames(file: string | undefined): Promise<Finding[]> {
  const [given, example] = await Promise.all([file, EXAMPLE].map(read));
  if (!given || !example) return [];
  const known = new Set([...example.matchAll(/^#([A-Z][A-Z0-9_]*)=/gmu)].map(([, name]) => name));
  return Object.keys(parseEnv(given))
    .filter((name) => !known.has(name))
    .map((name) => about('settings').warn(`${name}: no program reads it; is it mistyped? .env.example has all names`));
}

async function read(file: string | undefined): Promise<string | null> {
  return file === undefined ? null : readFile(file, 'utf8').catch(() => null);
}
