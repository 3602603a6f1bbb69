import { describe, expect, it, vi } from 'vitest';
import { oneLine } from '../../conformance/replies.ts';
import { wordsOf } from './fake/reading.ts';
import { openSlack, slackFor } from './open-slack.ts';

const patient = { timeout: 20_000, interval: 20 };

/** Each waits for seconds, some for ten, for something that does not come. */
describe.concurrent('Socket Mode', () => {
  it.for(['refresh', 'cut'] as const)(
    'survives a %s: it connects at once and answers',
    async (what, { expect, onTestFinished }) => {
      const { slack, channel, sendOne } = await slackFor('socket', {}, onTestFinished);
      const connected = slack.socket.nextConnection();
      slack.socket[what]();
      await connected;
      await vi.waitFor(() => expect(channel.ready()).toBe(true), patient);
      expect(oneLine(wordsOf((await sendOne(slack.directMessage('can i ice it'))).blocks))).toContain('Put ice on');
      expect(slack.socket.connections()).toBe(2);
    },
  );

  it('is not ready while it cannot connect, keeps trying, and comes back', async ({ expect, onTestFinished }) => {
    const { slack, channel, sendOne } = await slackFor('socket', {}, onTestFinished);
    slack.fail('apps.connections.open', { error: 'internal_error' }, { error: 'internal_error' });
    slack.socket.cut();
    await vi.waitFor(() => expect(channel.ready()).toBe(false), patient);
    await vi.waitFor(() => expect(channel.ready()).toBe(true), patient);
    expect(await sendOne(slack.directMessage('can i ice it'))).toMatchObject({ by: 'chat.postMessage' });
  });

  it('ends the program with one line when the token is dead at a reconnect', async ({ expect, onTestFinished }) => {
    const lines: string[] = [];
    const { slack } = await slackFor('socket', { giveUp: (line) => void lines.push(line) }, onTestFinished);
    slack.revoke('app');
    slack.socket.cut();
    await vi.waitFor(() => expect(lines).toHaveLength(1), patient);
    expect(lines[0]).toMatch(/^SLACK_APP_TOKEN: Slack says invalid_auth; /u);
  });

  it('survives frames that nobody can read', async ({ expect, onTestFinished }) => {
    const { slack, sendOne } = await slackFor('socket', {}, onTestFinished);
    for (const frame of ['not json', 'null', '{"type":"events_api","envelope_id":"x"}']) slack.socket.write(frame);
    expect(await sendOne(slack.directMessage('can i ice it'))).toMatchObject({ by: 'chat.postMessage' });
  });

  it('takes nothing new once it is told to stop, and finishes what it has', async ({ expect, onTestFinished }) => {
    const { slack, house, channel } = await slackFor('socket', {}, onTestFinished);
    slack.fail('chat.postMessage', { status: 503 });
    await slack.deliver(slack.directMessage('can i ice it'));
    await channel.refuse();
    expect(await house.flight.landed(20_000)).toBe(true);
    expect(slack.posted).toHaveLength(1);
    await vi.waitFor(() => expect(channel.ready()).toBe(false), patient);
    expect(slack.socket.connections()).toBe(1);
  });

  it('notices a connection that swallows everything, and makes another', async ({ expect, onTestFinished }) => {
    const { slack, channel, sendOne } = await slackFor('socket', {}, onTestFinished);
    const connected = slack.socket.nextConnection();
    slack.socket.freeze();
    await vi.waitFor(() => expect(channel.ready()).toBe(false), patient);
    await connected;
    await vi.waitFor(() => expect(channel.ready()).toBe(true), patient);
    expect(await sendOne(slack.directMessage('can i ice it'))).toMatchObject({ by: 'chat.postMessage' });
  });

  it('notices a Slack that does not say hello, and makes another', async ({ expect, onTestFinished }) => {
    const { slack, channel } = await slackFor('socket', {}, onTestFinished);
    slack.socket.setMute(true);
    const mute = slack.socket.nextConnection();
    slack.socket.cut();
    await mute;
    slack.socket.setMute(false);
    await vi.waitFor(() => expect(channel.ready()).toBe(true), patient);
    expect(slack.socket.connections()).toBe(3);
  });

  it('notices a call that is never answered, and calls again', async ({ expect, onTestFinished }) => {
    const { slack, channel } = await slackFor('socket', {}, onTestFinished);
    slack.fail('apps.connections.open', { hang: true });
    slack.socket.cut();
    await vi.waitFor(() => expect(channel.ready()).toBe(false), patient);
    await vi.waitFor(() => expect(channel.ready()).toBe(true), patient);
  });
});

describe('HTTP', () => {
  it('takes nothing new once it is told to stop, and finishes what it has', async () => {
    const { slack, house, channel } = await slackFor('http');
    slack.fail('chat.postMessage', { status: 503 });
    await slack.deliver(slack.directMessage('can i ice it'));
    await channel.refuse();
    expect(channel.ready()).toBe(false);
    await expect(slack.deliver(slack.directMessage('can i ice it'))).rejects.toThrow();
    expect(await house.flight.landed(20_000)).toBe(true);
    expect(slack.posted).toHaveLength(1);
  });

  it('says in one line that its port is taken', async () => {
    const { channel } = await slackFor('http');
    const port = /:(\d+)\//u.exec(channel.where)?.[1] ?? '';
    await expect(openSlack('http', { env: { SLACK_PORT: port } })).rejects.toThrow(
      `SLACK_PORT: port ${port} cannot be opened`,
    );
  });
});
