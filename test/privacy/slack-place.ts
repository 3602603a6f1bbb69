import { expect } from 'vitest';
import type { Delivery, FakeSlack } from '../adapters/slack/fake/slack.ts';
import { CHANNEL, DIRECT, type Posted, TEAM, USER } from '../adapters/slack/fake/web-api.ts';
import { PATIENT, type Place } from './place.ts';

export function slackPlace(slack: FakeSlack): Place {
  const events: string[] = [];
  /** @param until what grows once the bot has answered, or has tried to */
  const deliver = async (delivery: Delivery, until: readonly unknown[] = slack.calls) => {
    const before = until.length;
    events.push(String(delivery.payload.event_id ?? delivery.payload.trigger_id));
    await slack.deliver(delivery);
    await expect.poll(() => until.length, PATIENT).toBeGreaterThan(before);
  };
  const ways: readonly ((text: string) => Delivery)[] = [
    (text) => slack.directMessage(text),
    (text) => slack.command(text),
    (text) => slack.mention(text),
    (text) => slack.shortcut(text),
  ];
  let told = 0;
  const inAllWays = async (text: string, until: readonly unknown[] = slack.calls) => {
    const delivery = ways[told % ways.length]?.(text);
    if (delivery) await deliver(delivery, until);
    told += 1;
  };
  return {
    tell: (text) => inAllWays(text, slack.posted),
    trouble: async ({ first, last, record }) => {
      const alarm = `i am ${first} ${last}, my legs are numb and i cant pee ${record}`;
      const on = { channel: DIRECT, ts: slack.stamp(), thread: null, onlyFor: null } as Posted;
      for (const action_id of ['choice', 'share', 'why', 'thumb', `${first} ${last}`])
        await deliver(slack.press({ type: 'button', action_id, value: `${first} ${last} ${record}` }, on));
      for (const [method, fault] of [
        ['chat.postMessage', { error: 'channel_not_found' }],
        ['chat.postMessage', { error: 'invalid_blocks' }],
        ['chat.postMessage', { status: 500 }],
        ['chat.postEphemeral', { error: 'user_not_in_channel' }],
        ['response_url', { status: 500 }],
        ['response_url', { error: 'expired_url' }],
      ] as const) {
        slack.fail(method, fault);
        await deliver(
          slack.event('message', { channel: DIRECT, channel_type: 'im', user: USER, text: alarm, ts: slack.stamp() }),
        );
        await inAllWays(alarm);
      }
    },
    refusals: [],
    urls: () => slack.requested,
    ids: () => [TEAM, USER, CHANNEL, DIRECT, ...events],
  };
}
