import type { RespondFn, webApi } from '@slack/bolt';
import { type Audience, createSay, type Turn } from '#core';
import {
  aboutOf,
  againOf,
  conversationKey,
  createConverse,
  createFirst,
  type House,
  type Input,
  inTurns,
} from '../shared/index.ts';
import { createDeliver, createFailed, type Deliver, type Failed } from './deliver.ts';
import { createReasons, type Reasons } from './reasons.ts';
import { type Message, render, renderText } from './render.ts';
import { english, type Strings } from './strings.ts';
import { directly, fleetingly, type Place, privately } from './ways.ts';

/** The reply to one message, ready to be sent. */
export interface Answer {
  readonly turn: Turn;
  readonly messages: Message[];
}

/** What every part that receives something is given. */
export interface Bot {
  readonly house: House;
  readonly audience: Audience;
  readonly strings: Strings;
  /** True when a delivery with these ids is met for the first time, and where Slack gave it none. */
  isFirst(
    what: 'event' | 'post' | 'command' | 'shortcut' | 'press' | 'share',
    ids: readonly (string | undefined)[],
    ttl?: number,
  ): Promise<boolean>;
  readonly reasons: Reasons;
  readonly deliver: Deliver;
  readonly failed: Failed;
  /** A line of replies.yaml as a message. */
  say(key: Parameters<ReturnType<typeof createSay>>[0]): Message[];
  /** One message through the core; `note` is a hint under it. Never rejects. */
  answer(input: Input, place: Place, note?: string): Promise<Answer>;
  /** Brings it to the person alone. An alarm must not vanish, so it goes to their direct messages as well. */
  tell(answer: Answer, client: webApi.WebClient, place: Place, respond?: RespondFn): Promise<unknown>;
}

export function createBot(house: House, audience: Audience, strings: Strings = english): Bot {
  const services = house.services('slack');
  const { desk, log, now } = services;
  const converse = inTurns(createConverse(services));
  const first = createFirst('slack', house.store, log);
  const failed = createFailed(house);
  const reasons = createReasons();
  const deliver = createDeliver(failed, log);

  const sharable = (turn: Turn): Input | null => {
    try {
      return againOf(turn, desk.current(), now());
    } catch (error) {
      log.error('core-failed', error, { channel: 'slack' });
      return null;
    }
  };
  return {
    house,
    audience,
    strings,
    isFirst: async (what, ids, ttl) => ids.every((id) => id === undefined) || first([what, ...ids].join(' '), ttl),
    reasons,
    failed,
    deliver,
    say: (key) => renderText(createSay(desk.current().knowledge)(key), strings),
    answer: async (input, place, note) => {
      const turn = await converse({ input, key: keyOf(place), audience, procedure: null });
      const { kind } = turn.reply;
      const spoke = kind === 'answer' || kind === 'clarify' || kind === 'abstain';
      const offer = {
        ...(place.root === null ? {} : { root: place.root }),
        again: isShared(place.channel) ? sharable(turn) : null,
        why: spoke && audience === 'staff' ? reasons.keep(turn) : null,
        about: aboutOf(turn),
        ...(note === undefined ? {} : { note }),
      };
      return { turn, messages: render(turn.reply, offer, strings) };
    },
    tell: ({ turn, messages }, client, place, respond) =>
      turn.reply.kind === 'escalate'
        ? Promise.all([
            deliver(messages, fleetingly(client, place, respond)),
            deliver(messages, [directly(client, place.user)]),
          ])
        : deliver(messages, privately(client, place, respond)),
  };
}

/** A direct message is one conversation. In a channel each person has one in each thread, since answers are private. */
function keyOf({ team, channel, root, user }: Place): string | null {
  if (root === null) return null;
  return isDirect(channel)
    ? conversationKey('slack', team, channel, user)
    : conversationKey('slack', team, channel, root, user);
}

/** Where others may read along: Slack's ids of channels begin with C or G. */
export function isShared(channel: string): boolean {
  return /^[CG]/u.test(channel);
}

/** Slack's ids of direct messages begin with D (docs.slack.dev/apis/web-api/using-the-conversations-api). */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}
