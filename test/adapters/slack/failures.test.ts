import { describe, expect, it } from 'vitest';
import type { Assistant } from '#core';
import { english } from '../../../adapters/slack/strings.ts';
import { oneLine } from '../../conformance/replies.ts';
import { shippedAssistant } from '../../support.ts';
import { buttonsOf, wordsOf } from './fake/reading.ts';
import { buttonOf } from './fake/slack.ts';
import { CHANNEL, DIRECT, type Fault, FOREIGN_CHANNEL, type Posted, USER } from './fake/web-api.ts';
import { slackFor } from './open-slack.ts';

const words = ({ blocks }: Posted) => oneLine(wordsOf(blocks));
const times = <T>(count: number, fault: T): T[] => Array.from({ length: count }, () => fault);

describe.concurrent('an answer arrives although', () => {
  it.for([
    ['Slack is busy', [{ status: 429, retryAfter: 1 }]],
    ['Slack has a fault', times(2, { status: 503 })],
    ['Slack hangs', [{ hang: true }]],
    ['Slack says that it has trouble itself', [{ error: 'internal_error' }]],
  ] as const)('%s: the call is made again', async ([, faults], { expect, onTestFinished }) => {
    const { slack, sendOne } = await slackFor('socket', {}, onTestFinished);
    slack.fail('chat.postMessage', ...(faults as readonly Fault[]));
    expect(words(await sendOne(slack.directMessage('can i ice it')))).toContain('Put ice on');
  });

  it.for([
    ['has a fault', [{ status: 500 }]],
    ['hangs', [{ hang: true }]],
  ] as const)('the address of the response %s once', async ([, faults], { expect, onTestFinished }) => {
    const { slack, sendOne } = await slackFor('socket', {}, onTestFinished);
    slack.fail('response_url', ...(faults as readonly Fault[]));
    expect(await sendOne(slack.command('can i ice it'))).toMatchObject({ by: 'response_url', onlyFor: USER });
  });

  it.for([
    ['is used up', (slack: { expireUrls(): void }) => slack.expireUrls()],
    [
      'has a fault for good',
      ({ fail }: { fail(method: string, ...faults: Fault[]): void }) =>
        fail('response_url', ...times(2, { status: 500 })),
    ],
    [
      'says no',
      ({ fail }: { fail(method: string, ...faults: Fault[]): void }) => fail('response_url', { error: 'expired_url' }),
    ],
  ] as const)(
    'the address of the response %s: it is as private as before',
    async ([, breakIt], { expect, onTestFinished }) => {
      const { slack, sendOne } = await slackFor('socket', {}, onTestFinished);
      const command = slack.command('can i ice it');
      breakIt(slack);
      expect(await sendOne(command)).toMatchObject({ by: 'chat.postEphemeral', onlyFor: USER });
    },
  );

  it('the bot is no member of the channel: it comes as a direct message', async ({ expect, onTestFinished }) => {
    const { slack, sendOne } = await slackFor('socket', {}, onTestFinished);
    const command = slack.command('can i ice it', { channel_id: FOREIGN_CHANNEL });
    slack.expireUrls();
    expect(await sendOne(command)).toMatchObject({ by: 'chat.postMessage', channel: DIRECT });
  });

  it.for([
    ['chat.postMessage', 'msg_blocks_too_long', 'directMessage'],
    ['chat.postEphemeral', 'invalid_blocks', 'mention'],
    ['response_url', 'invalid_blocks', 'command'],
  ] as const)('%s says %s: the words alone are whole', async ([method, error, kind], { expect, onTestFinished }) => {
    const { slack, sendOne } = await slackFor('socket', {}, onTestFinished);
    slack.fail(method, { error });
    const plain = await sendOne(slack[kind]('can i ice it'));
    expect(plain.blocks).toEqual([]);
    for (const part of ['Put ice on', 'Source: both guides', 'Call (555) 555-0142']) expect(plain.text).toContain(part);
  });

  it('the thread or the conversation is gone: it comes as a new direct message', async ({ expect, onTestFinished }) => {
    const { slack, sendOne } = await slackFor('socket', {}, onTestFinished);
    slack.fail('chat.postMessage', { error: 'channel_not_found' });
    expect(await sendOne(slack.directMessage('can i ice it'))).toMatchObject({ channel: DIRECT, thread: null });
  });

  it('the alarm in private fails: the line for everybody is said all the same, and the alarm comes by another way', async ({
    expect,
    onTestFinished,
  }) => {
    const { slack, send } = await slackFor('socket', {}, onTestFinished);
    slack.fail('chat.postEphemeral', ...times(3, { status: 500 }));
    const posts = await send(slack.mention('i have no feeling down there since the shot'));
    expect(posts.map(({ channel }) => channel).sort()).toEqual([CHANNEL, DIRECT]);
    expect(posts.map(words).join()).toContain('Tell the patient now: call 911');
  });
});

describe('when nothing helps,', () => {
  it('the bot goes on, and says so in the log without words', async () => {
    const { slack, send, sendOne } = await slackFor('socket');
    slack.fail('chat.postMessage', ...times(2, { error: 'channel_not_found' }));
    expect(await send(slack.directMessage('can i ice it'))).toEqual([]);
    expect(words(await sendOne(slack.directMessage('can i ice it')))).toContain('Put ice on');
  });

  it('sharing that fails is told in private, and can be tried again', async () => {
    const { slack, send, sendOne } = await slackFor('socket');
    const answer = await sendOne(slack.command('can i ice it'));
    slack.fail('chat.postMessage', { error: 'restricted_action' });
    slack.fail('response_url', { error: 'restricted_action' });
    expect((await send(slack.press(buttonOf(answer, 'share'), answer))).map(words)).toEqual([english.notShared]);
    expect(buttonsOf(answer.blocks)).not.toEqual([]);
  });

  it('a home tab that Slack refuses harms nobody', async () => {
    const { slack, send, sendOne } = await slackFor('socket');
    slack.fail('views.publish', { error: 'internal_error' });
    await send(slack.event('app_home_opened', { user: USER, channel: DIRECT, tab: 'home' }));
    expect(words(await sendOne(slack.directMessage('can i ice it')))).toContain('Put ice on');
  });
});

describe('a token that is dead', () => {
  it.for(['invalid_auth', 'token_revoked', 'account_inactive'])('ends the program with one line: %s', async (error) => {
    const lines: string[] = [];
    const { slack, send } = await slackFor('socket', { giveUp: (line) => void lines.push(line) });
    slack.fail('chat.postMessage', { error });
    await send(slack.directMessage('can i ice it'));
    expect(lines).toEqual([
      `SLACK_BOT_TOKEN: Slack says ${error}; copy the token again from the app's settings (docs/slack.md)`,
    ]);
  });

  it.for([
    ['tokens_revoked', { tokens: { bot: ['U0BOT'] } }, /^SLACK_BOT_TOKEN: Slack has revoked it/u],
    ['app_uninstalled', {}, /^Slack: the app was uninstalled/u],
  ] as const)('is told by Slack with %s', async ([name, fields, line]) => {
    const lines: string[] = [];
    const { slack, send } = await slackFor('http', { giveUp: (said) => void lines.push(said) });
    await send(slack.event(name, fields));
    expect(lines).toEqual([expect.stringMatching(line)]);
  });

  it('of a person is no matter', async () => {
    const lines: string[] = [];
    const { slack, send } = await slackFor('http', { giveUp: (said) => void lines.push(said) });
    await send(slack.event('tokens_revoked', { tokens: { oauth: ['U0001'] } }));
    expect(lines).toEqual([]);
  });
});

it('a core that fails when a button is pressed costs nobody the numbers', async () => {
  const shipped = await shippedAssistant();
  let breaks = false;
  const reply: Assistant['reply'] = (request) => {
    if (breaks) throw new Error('broken on purpose');
    return shipped.reply(request);
  };
  const { slack, sendOne } = await slackFor('socket', { desk: { current: () => ({ ...shipped, reply }) } });
  const answer = await sendOne(slack.command('can i ice it'));
  breaks = true;
  const said = await sendOne(slack.press(buttonOf(answer, 'share'), answer));
  expect([said.onlyFor, words(said)]).toEqual([
    USER,
    expect.stringMatching(/call the clinic at \(555\) 555-0142.*call 911/u),
  ]);
});
