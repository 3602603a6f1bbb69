/**
 * The load, in a process of its own so that it does not take the bot's time. Says which settings the bot needs, waits for
 * its addresses, sends for so many seconds at such a rate through every channel at once, and reports what came back. It is
 * ended by the parent: the platforms must not vanish before the bot.
 */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { readLabels } from '../../../bench/labels.ts';
import { openDiscordLane } from './discord.ts';
import type { Lane, Sent, Tally } from './lane.ts';
import { openSlackLane } from './slack.ts';
import { openWebLane } from './web.ts';

/** Out of twenty messages; discord.js itself holds a bot to 50 requests a second. */
const SHARES: Readonly<Record<string, number>> = { web: 12, slack: 5, discord: 3 };
const TICK_MS = 10;

/** From the parent: where the replicas are; once more when one of them is gone. */
export interface Go {
  readonly urls: readonly string[];
  readonly seconds: number;
  readonly rate: number;
}

const lanes: Readonly<Record<string, Lane>> = {
  web: openWebLane(),
  slack: await openSlackLane(),
  discord: await openDiscordLane(),
};
process.send?.({ env: Object.assign({}, ...Object.values(lanes).map(({ env }) => env)) });
const [{ urls, seconds, rate }] = (await once(process, 'message')) as [Go];
const connect = (all: readonly string[]) => {
  for (const lane of Object.values(lanes)) lane.connect(all);
};
connect(urls);
process.on('message', (next: Go) => connect(next.urls));

const texts = readLabels('bench/sets/questions-tune.jsonl').map(({ text }) => text);
const turns = Object.entries(SHARES).flatMap(([name, share]) => Array<string>(share).fill(name));
const results = new Map<string, { readonly at: number; readonly sent: Promise<Sent> }[]>(
  Object.keys(lanes).map((name) => [name, []]),
);
const began = performance.now();
for (let count = 0; ; ) {
  const elapsed = performance.now() - began;
  if (elapsed > seconds * 1000) break;
  for (; count < (elapsed / 1000) * rate; count += 1) {
    const name = turns[(count * 7) % turns.length] ?? ''; // 7 and 20 have no factor in common: each in its turn, mixed
    const text = texts[count % texts.length] ?? '';
    results.get(name)?.push({ at: Date.now(), sent: (lanes[name] as Lane).send(text) });
  }
  await sleep(TICK_MS);
}

const report: Record<string, Tally> = {};
for (const [name, all] of results) {
  const outcomes = await Promise.all(all.map(async ({ at, sent }) => ({ at, ...(await sent) })));
  const times = outcomes.flatMap(({ ms }) => ms ?? []).sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? Number.NaN) * 10) / 10;
  report[name] = {
    sent: outcomes.length,
    answered: times.length,
    again: outcomes.reduce((sum, { again }) => sum + again, 0),
    doubled: lanes[name]?.doubled() ?? 0,
    median: at(0.5),
    p99: at(0.99),
    lost: outcomes.flatMap((outcome) => (outcome.ms === null ? [outcome.at] : [])),
  };
}
process.send?.({ report });
