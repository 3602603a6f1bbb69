import { describe, expect, it } from 'vitest';
import { createLog } from '../../../adapters/shared/index.ts';
import { PERSONAL, PERSONAL_MARKS } from '../../conformance/hostile.ts';
import type { Mode } from './fake/slack.ts';
import { BOT_USER, CHANNEL, DIRECT, USER } from './fake/web-api.ts';
import { slackFor } from './open-slack.ts';

describe.for(['socket', 'http'] satisfies Mode[])('what comes in over %s', (mode) => {
  it('is answered once, however often and in whatever form it is delivered', async () => {
    const { slack, send } = await slackFor(mode);
    const dm = slack.directMessage('can i ice it');
    const both = { channel: CHANNEL, ts: '1700000000.000100' };
    const deliveries = [
      dm,
      dm,
      slack.command('can i ice it'),
      slack.shortcut('can i ice it'),
      slack.mention('can i ice it', both),
      slack.mention('can i ice it', both), // the same post under another event id
    ];
    const again = [...deliveries.slice(2, 4)];
    const counts: number[] = [];
    for (const delivery of [...deliveries, ...again]) counts.push((await send(delivery)).length);
    expect(counts).toEqual([1, 0, 1, 1, 1, 0, 0, 0]);
  });

  it('is answered although Slack names two commands alike', async () => {
    const { slack, send } = await slackFor(mode);
    for (const text of ['can i ice it', 'recovery'])
      expect(await send(slack.command(text, { trigger_id: 'the-same' }))).toHaveLength(1);
  });

  it('is answered when the first try never arrived and Slack tries again', async () => {
    const { slack, send } = await slackFor(mode);
    const dm = slack.directMessage('can i ice it');
    const retry = { ...dm, payload: { ...dm.payload, retry_attempt: 1, retry_reason: 'http_timeout' } };
    expect(await send(retry)).toHaveLength(1);
  });

  it('is pressed once, though Slack delivers the press twice', async () => {
    const { slack, send, sendOne } = await slackFor(mode);
    const answer = await sendOne(slack.directMessage('when can i exercise again'));
    const press = slack.press({ type: 'button', action_id: 'choice:0', value: '{"v":1,"id":"x"}' }, answer);
    expect([(await send(press)).length, (await send(press)).length]).toEqual([1, 0]);
  });

  it('is left alone where it is no question of a person to the bot', async () => {
    const { slack, send } = await slackFor(mode);
    const text = 'can i ice it';
    const ignored = [
      slack.directMessage(text, { bot_id: 'B0OTHER' }),
      slack.directMessage(text, { subtype: 'bot_message', bot_id: 'B0OTHER', user: undefined }),
      slack.directMessage(text, { bot_profile: { id: 'B0OTHER' } }),
      slack.directMessage(text, { user: BOT_USER }),
      slack.directMessage(text, { user: 'USLACKBOT' }),
      slack.directMessage(text, { hidden: true }),
      slack.directMessage(text, { subtype: 'message_changed', message: { text, user: USER } }),
      slack.directMessage(text, { subtype: 'message_deleted' }),
      slack.directMessage(text, { subtype: 'channel_join' }),
      slack.directMessage(text, { channel: CHANNEL, channel_type: 'channel' }),
      slack.directMessage(text, { channel: CHANNEL, channel_type: 'group' }),
      slack.directMessage('', { subtype: 'file_share' }),
      slack.mention(text, { bot_id: 'B0OTHER' }),
      slack.mention(text, { subtype: 'bot_message', bot_id: 'B0OTHER' }),
      slack.mention(text, { user: BOT_USER }),
      slack.mention(text, { user: undefined }),
      slack.mention(text, { edited: { user: USER, ts: '1.1' } }),
      slack.mention(text, { channel: DIRECT }),
    ];
    for (const delivery of ignored) expect(await send(delivery), JSON.stringify(delivery.payload.event)).toEqual([]);
    expect(await send(slack.directMessage(text, { subtype: 'file_share' }))).toHaveLength(1);
  });

  it('cannot make two bots talk to each other', async () => {
    const { slack, send, sendOne } = await slackFor(mode);
    const answer = await sendOne(slack.directMessage('can i ice it'));
    const echoes = [
      slack.directMessage(answer.text, { user: BOT_USER, bot_id: 'B0BOT' }),
      slack.directMessage(answer.text, { user: 'U0OTHERBOT', bot_id: 'B0OTHER', thread_ts: answer.ts }),
      slack.mention(`<@${BOT_USER}> ${answer.text}`, { user: 'U0OTHERBOT', bot_profile: { id: 'B0OTHER' } }),
    ];
    for (const echo of echoes) expect(await send(echo)).toEqual([]);
  });

  it('leaves no word, name or id in the log, whatever happens to it', async () => {
    const lines: string[] = [];
    const log = createLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } });
    const { slack, send } = await slackFor(mode, { log });
    slack.fail(
      'chat.postMessage',
      ...['invalid_blocks', 'channel_not_found', 'user_not_found'].map((error) => ({ error })),
    );
    for (const delivery of [
      slack.directMessage(PERSONAL),
      slack.command(PERSONAL),
      slack.mention(PERSONAL),
      slack.shortcut(PERSONAL),
    ])
      await send(delivery);
    await log.flush();
    expect(lines.join('')).toContain('answer-lost');
    expect(lines.join('')).not.toMatch(PERSONAL_MARKS);
    for (const id of [USER, CHANNEL, DIRECT]) expect(lines.join('')).not.toContain(id);
  });
});

describe('what is posted over http', () => {
  it.for([
    ['a bad signature', { signature: `v0=${'0'.repeat(64)}` }],
    ['no signature', { signature: null }],
    ['another secret', { secret: 'another' }],
    ['an old version of signing', { signature: 'v1=0' }],
    ['a time more than five minutes ago', { age: 301 }],
    ['a time more than five minutes ahead', { age: -302 }],
  ] as const)('is refused with %s', async ([, signing]) => {
    const { slack, house } = await slackFor('http');
    for (const delivery of [
      slack.directMessage('can i ice it'),
      slack.command('can i ice it'),
      slack.shortcut('can i ice it'),
    ])
      expect(await slack.post(delivery, signing)).toBe(401);
    expect(await house.flight.landed(1_000)).toBe(true);
    expect(slack.posted).toEqual([]);
  });

  it('is taken with a clock that is a little off', async () => {
    const { slack, house } = await slackFor('http');
    for (const age of [290, -290]) expect(await slack.post(slack.directMessage('can i ice it'), { age })).toBe(200);
    expect(await house.flight.landed(10_000)).toBe(true);
    expect(slack.posted).toHaveLength(2);
  });

  it('gets no answer at another address, and no hint of what is there', async () => {
    const { channel } = await slackFor('http');
    const base = new URL(channel.where.replace('at ', ''));
    for (const path of ['/', '/slack', '/slack/events/x', '/healthz'])
      expect((await fetch(new URL(path, base))).status).toBe(404);
    expect((await fetch(base)).status).toBe(404);
    expect((await fetch(base, { method: 'POST', body: 'x'.repeat(5_000_000) })).status).toBe(413);
  });
});

describe('a rush', () => {
  it.for(['socket', 'http'] satisfies Mode[])(
    'over %s is acknowledged within three seconds each, and answered',
    async (mode) => {
      const { slack, house } = await slackFor(mode);
      const rush = Array.from({ length: 200 }, (_, index) =>
        index % 2 === 0
          ? slack.command('when can i exercise again')
          : slack.directMessage(`can i ice it ${'and walk '.repeat(500)}`),
      );
      const waits = await Promise.all(rush.map((delivery) => slack.deliver(delivery)));
      expect(Math.max(...waits)).toBeLessThan(3_000);
      expect(await house.flight.landed(30_000)).toBe(true);
      const threads = new Set(slack.posted.map(({ thread }) => thread));
      for (const { payload } of rush.filter(({ type }) => type === 'events_api'))
        expect(threads).toContain(payload.event.ts);
      expect(slack.posted.filter(({ by }) => by === 'response_url')).toHaveLength(rush.length / 2);
    },
  );

  /** Each waits for calls that are given up after three seconds. */
  it.concurrent.for(['socket', 'http'] satisfies Mode[])(
    'over %s is acknowledged while Slack takes no answers',
    async (mode, { expect, onTestFinished }) => {
      const { slack, house } = await slackFor(mode, {}, onTestFinished);
      slack.fail('chat.postMessage', ...Array.from({ length: 20 }, () => ({ hang: true }) as const));
      const waits = await Promise.all(
        Array.from({ length: 20 }, () => slack.deliver(slack.directMessage('can i ice it'))),
      );
      expect(Math.max(...waits)).toBeLessThan(3_000);
      expect(await house.flight.landed(30_000)).toBe(true);
      expect(slack.posted).toHaveLength(20);
    },
  );
});
