import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { planDigest, postWhenDue } from '../../../adapters/digest/plan.ts';
import { createHouse, createLog, createMemoryStore, noLedger } from '../../../adapters/shared/index.ts';
import { shippedAssistant } from '../../support.ts';
import { count } from '../desk/open-desk.ts';

const MONDAY = Date.UTC(2026, 0, 12, 8, 30);
const HOUR_MS = 60 * 60 * 1000;
const SET = { SLACK_DIGEST_CHANNEL: 'C0123456789', SLACK_BOT_TOKEN: 'xoxb-1' };

async function open(time = MONDAY) {
  const assistant = await shippedAssistant();
  const lines: string[] = [];
  const log = createLog({ destination: { write: (line) => void lines.push(line) } });
  const asked: string[][] = [];
  const ledger = {
    ...noLedger,
    counts: async (from: string, to: string) => {
      asked.push([from, to]);
      return [count({ day: to, about: 'relief-duration', kind: 'abstain', times: 5 })];
    },
  };
  const store = createMemoryStore();
  const replica = () => createHouse({ desk: { current: () => assistant }, log, now: () => time, ledger, store });
  const logged = () => log.flush().then(() => lines.join(''));
  return { replica, asked, logged, version: assistant.knowledge.version };
}

/** Slack on loopback: what it was sent. */
async function fakeSlack() {
  const sent: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      sent.push(new URLSearchParams(body));
      response.setHeader('content-type', 'application/json').end('{"ok":true}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return { sent, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/api/` };
}

describe('the weekly digest', () => {
  it('is off until a channel is set, and then needs a token', () => {
    expect(planDigest({})).toBeNull();
    expect(() => planDigest({ SLACK_DIGEST_CHANNEL: 'C0123456789' })).toThrow('SLACK_BOT_TOKEN: is not set');
    expect(() => planDigest({ ...SET, SLACK_DIGEST_CHANNEL: '#general' })).toThrow('SLACK_DIGEST_CHANNEL');
  });

  it('goes to Slack on Monday morning, of the seven days before', async () => {
    const { replica, asked, version } = await open();
    const { sent, url } = await fakeSlack();
    const channel = await planDigest({ ...SET, SLACK_API_URL: url })?.start?.(replica());
    await expect.poll(() => sent.length, { timeout: 15_000 }).toBe(1);
    await channel?.refuse();
    await channel?.close();
    expect(sent[0]?.get('channel')).toBe('C0123456789');
    for (const part of ['2026-01-05 to 2026-01-11', 'How long the pain relief lasts: 5', version])
      expect(sent[0]?.get('text')).toContain(part);
    expect(asked).toEqual([['2026-01-05', '2026-01-11']]);
  });

  it('is posted once, however many replicas look, and at no other time', async () => {
    const posted: string[] = [];
    const post = async (text: string) => void posted.push(text);
    const { replica } = await open();
    const replicas = [replica(), replica(), replica()];
    await Promise.all([...replicas, ...replicas].map((house) => postWhenDue(house, false, post)));
    expect(posted).toHaveLength(1);
    for (const time of [MONDAY - HOUR_MS, MONDAY + HOUR_MS, MONDAY + 24 * HOUR_MS])
      await postWhenDue((await open(time)).replica(), false, post);
    expect(posted).toHaveLength(1);
  });

  it('that cannot be posted is logged, without its words', async () => {
    const { replica, logged } = await open();
    await postWhenDue(replica(), false, async (text) => {
      throw new Error(text);
    });
    expect(await logged()).toContain('digest-not-posted');
    expect(await logged()).not.toContain('relief');
  });
});
