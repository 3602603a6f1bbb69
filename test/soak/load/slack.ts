import { setTimeout as sleep } from 'node:timers/promises';
import { openFakeSlack } from '../../adapters/slack/fake/slack.ts';
import { createWaiting, type Lane } from './lane.ts';

/** People who write to the bot in turn, each in a direct message of their own. */
const PEOPLE = 1_000;
/** Slack sends again what nobody acknowledged within 3 s (docs.slack.dev/apis/events-api). */
const ACKNOWLEDGE_MS = 3_000;
const TRIES = 4;
/** One event in so many is delivered once more although it was taken. */
const REPEAT_EVERY = 20;
const REPEAT_MS = 1_000;
const LOOK_MS = 5;

/** A workspace on loopback in Socket Mode, with as many sockets as there are replicas. */
export async function openSlackLane(): Promise<Lane> {
  const slack = await openFakeSlack('socket');
  const replies = createWaiting();
  const seen = new Map<string, Set<string>>();
  let doubled = 0;
  let count = 0;
  setInterval(() => {
    slack.calls.length = 0;
    for (const { thread, text } of slack.posted.splice(0)) {
      const texts = seen.get(thread ?? '') ?? new Set();
      seen.set(thread ?? '', texts);
      if (texts.has(text)) doubled += 1;
      texts.add(text);
      replies.arrived(thread ?? '');
    }
  }, LOOK_MS);

  return {
    env: slack.env,
    connect: () => {},
    send: async (text) => {
      count += 1;
      const person = String(count % PEOPLE).padStart(6, '0');
      const mine = count;
      const ts = slack.stamp();
      const { type, payload } = slack.directMessage(text, { channel: `D${person}`, user: `U${person}`, ts });
      const reply = replies.wait(ts);
      let again = 0;
      let acknowledged = false;
      while (!acknowledged && again < TRIES) {
        const taken = slack.socket.deliver(type, payload, mine + again).then(() => true);
        acknowledged = await Promise.race([taken, sleep(ACKNOWLEDGE_MS, false)]);
        if (!acknowledged) again += 1;
      }
      if (mine % REPEAT_EVERY === 0) {
        setTimeout(() => void slack.socket.deliver(type, payload, mine + 1), REPEAT_MS);
      }
      const ms = await reply;
      setTimeout(() => seen.delete(ts), 10 * REPEAT_MS);
      return { ms, again };
    },
    doubled: () => doubled,
  };
}
