import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Environment } from '../../adapters/shared/index.ts';
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

/** Secrets that look cut off or wrongly pasted. */
export function checkForms(environment: Environment): Finding[] {
  return Object.entries(FORMS).flatMap(([name, form]) => {
    const value = environment[name] ?? '';
    if (value.trim() === '' || form.test(value)) return [];
    return [about('settings').warn(`${name}: does not look like one; copy it again, whole and without quotes`)];
  });
}

/** A channel that is off although some of its settings are there. */
export function checkLeftOver(channel: string, environment: Environment): Finding[] {
  const prefix = `${channel.toUpperCase()}_`;
  const set = Object.keys(environment).filter((name) => name.startsWith(prefix) && environment[name]?.trim());
  const { ok, warn } = about(channel);
  return set.length === 0
    ? [ok('not set up')]
    : [warn(`not set up, although ${set.join(', ')} is set; see .env.example`)];
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
