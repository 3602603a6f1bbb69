import { setTimeout as sleep } from 'node:timers/promises';
import type { House } from '../shared/index.ts';
import { deadToken, isAboutContent, isDeadToken, mayPass, reasonOf } from './refusal.ts';
import type { Message } from './render.ts';
import type { Way } from './ways.ts';

/** Messages -> the first way that takes them, in order; false where one could not be brought at all. Never rejects. */
export type Deliver = (messages: readonly Message[], ways: readonly Way[]) => Promise<boolean>;

/** What failed, for the log and, where the token is dead, for the operator. */
export type Failed = (step: string, error: unknown) => void;

/** A moment's pause before the second try, in milliseconds. */
const AGAIN_MS = 300;

export function createFailed({ log, giveUp }: Pick<House, 'log' | 'giveUp'>): Failed {
  return (step, error) => {
    const reason = reasonOf(error);
    log.error('slack-refused', error, { channel: 'slack', step, kind: reason });
    if (isDeadToken(error)) giveUp(deadToken('SLACK_BOT_TOKEN', reason));
  };
}

export function createDeliver(failed: Failed, log: House['log']): Deliver {
  const send = async (message: Message, { step, send: post }: Way): Promise<boolean> => {
    const attempt = async (content: Parameters<typeof post>[0]) =>
      post(content).catch(async (error: unknown) => {
        if (!mayPass(error)) throw error;
        await sleep(AGAIN_MS);
        return post(content);
      });
    try {
      await attempt(message);
      return true;
    } catch (error) {
      failed(step, error);
      if (!isAboutContent(error)) return false;
    }
    try {
      await attempt({ text: message.text });
      return true;
    } catch (error) {
      failed(step, error);
      return false;
    }
  };
  return async (messages, ways) => {
    let best = 0; // a way that failed is not tried again with the next part
    for (const message of messages) {
      while (best < ways.length && !(await send(message, ways[best] as Way))) best += 1;
      if (best === ways.length) {
        log.warn('answer-lost', { channel: 'slack' });
        return false;
      }
    }
    return true;
  };
}
