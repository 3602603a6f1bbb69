import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { listen, SettingsError } from '../../adapters/shared/index.ts';
import { about, type Finding } from './finding.ts';

/** Longest wait for a server, in milliseconds. */
const WAIT_MS = 5_000;
/** No release is older, and none lives on so long. */
const [FIRST_YEAR, LAST_YEAR] = [2026, 2099];
/** A Date header and a network are this coarse, in milliseconds. */
const COARSE_MS = 5_000;
/** Slack's requests are refused when they seem 5 minutes old, and claims are kept for 10. */
const MOST_MS = 60_000;

export function checkNode(running = process.versions.node): Finding {
  const { engines } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
  const needed: string = engines.node.replace('>=', '');
  const { ok, fail } = about('node');
  const [a = 0, b = 0] = running.split('.').map(Number);
  const [major = 0, minor = 0] = needed.split('.').map(Number);
  if (a > major || (a === major && b >= minor)) return ok(running);
  return fail(`${running} is too old; install ${needed} or newer`);
}

/** Socket Mode pings through undici, and an older copy of it may have been installed in its place. */
export async function checkUndici(): Promise<Finding> {
  const { ok, fail } = about('slack');
  const { ping } = await import('undici');
  return typeof ping === 'function'
    ? ok('undici can ping')
    : fail('an old undici is installed, and Slack would lose its connection again and again; run npm ci');
}

/**
 * @param aheadMs how much the database's clock is ahead, where there is one
 * @param url server whose Date header is asked for, where one is given
 */
export async function checkClock(now: number, aheadMs: number | null, url: string | undefined): Promise<Finding[]> {
  const { ok, warn, fail } = about('clock');
  const year = new Date(now).getUTCFullYear();
  if (year < FIRST_YEAR || year > LAST_YEAR) return [fail(`it is set to the year ${year}; set it, for example by NTP`)];
  const judge = (ms: number, whose: string): Finding => {
    const says = `${Math.round(Math.abs(ms) / 1000)} s ${ms > 0 ? 'behind' : 'ahead of'} ${whose}`;
    if (Math.abs(ms) > MOST_MS) return fail(`${says}; set both by NTP`);
    return Math.abs(ms) > COARSE_MS ? warn(`${says}; set both by NTP`) : ok(`as ${whose} has it`);
  };
  const findings: Finding[] = [];
  if (aheadMs !== null) findings.push(judge(aheadMs, 'the database'));
  if (url !== undefined) {
    const date = await dateOf(url);
    findings.push(date === null ? warn('--clock: no answer with a date') : judge(date - now, 'that server'));
  }
  return findings.length > 0 ? findings : [ok(new Date(now).toISOString())];
}

async function dateOf(url: string): Promise<number | null> {
  try {
    const { headers } = await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(WAIT_MS) });
    const time = Date.parse(headers.get('date') ?? '');
    return Number.isNaN(time) ? null : time;
  } catch {
    return null;
  }
}

/** Settings' names and their ports, the server's own first: where the bot holds that one, it is at work already. */
export async function checkPorts(host: string, ports: readonly (readonly [string, number])[]): Promise<Finding[]> {
  const [, own = 0] = ports[0] ?? [];
  if (own !== 0 && (await isOurs(host, own))) return [about('port').ok(`PORT: the bot runs on ${own} already`)];
  return (await Promise.all(ports.map(([name, port]) => checkPort(name, host, port)))).flat();
}

async function checkPort(name: string, host: string, port: number): Promise<Finding[]> {
  const { ok, fail } = about('port');
  try {
    const server = await listen(new Hono(), host, port);
    await server.close();
    return [ok(`${name}: ${port === 0 ? 'the system chooses one' : `${port} is free`}`)];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.lines.map((line) => fail(line.replace(/\bPORT\b/gu, name)));
  }
}

async function isOurs(host: string, port: number): Promise<boolean> {
  try {
    const name = host.includes(':') ? `[${host.replace(/[[\]]/gu, '')}]` : host;
    const response = await fetch(`http://${name}:${port}/readyz`, { signal: AbortSignal.timeout(WAIT_MS) });
    const { parts } = (await response.json()) as { parts?: { program?: unknown } };
    return typeof parts?.program === 'boolean';
  } catch {
    return false;
  }
}
