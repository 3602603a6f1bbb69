import type { Seen } from '../../conformance/harness.ts';
import { describeConformance } from '../../conformance/suite.ts';
import type { Json } from './fake/payloads.ts';
import { buttonsOf, liveOf, unescaped, wordsOf } from './fake/reading.ts';
import { buttonOf, type Delivery, type Mode } from './fake/slack.ts';
import type { Posted } from './fake/web-api.ts';
import { openSlack } from './open-slack.ts';

/** Slack's limit of all blocks of a message; `text` says the same words. */
const MESSAGE_LIMIT = 13_200;
const LABEL_LIMIT = 75;

for (const mode of ['socket', 'http'] satisfies Mode[])
  describeConformance(
    `Slack over ${mode}`,
    async (setup) => {
      const { slack, send, close } = await openSlack(mode, setup);
      let delivery: Delivery | undefined;
      let last: readonly Posted[] = [];
      const meet = async (next: Delivery): Promise<Seen> => {
        delivery = next;
        last = await send(next);
        return toSeen(last);
      };
      const press = (element: Json) => {
        const message = last.find(({ blocks }) => buttonsOf(blocks).includes(element)) ?? last.at(-1);
        if (message === undefined) throw new Error('nothing to press');
        return meet(slack.press(element, message));
      };
      return {
        says: (text) => meet(slack.directMessage(text)),
        presses: (label) => press(buttonOf({ blocks: last.flatMap(({ blocks }) => blocks) }, label)),
        pressesId: async (id) => {
          if (last.length === 0) await meet(slack.directMessage('can i ice it'));
          return press({ type: 'button', action_id: 'choice:0', value: JSON.stringify({ v: 1, id }) });
        },
        saysAmongOthers: async (text) => {
          const seen = await meet(slack.mention(`<@U0BOT> ${text}`));
          // Under an alarm stands one line for everybody, without a word of what was asked.
          const open = last.filter(({ onlyFor, channel }) => onlyFor === null && !channel.startsWith('D'));
          const neutral = open.every(({ text: line }) => line === 'In an emergency, call 911.');
          return { ...seen, private: neutral && last.some(({ onlyFor, shown }) => onlyFor !== null && shown) };
        },
        deliversAgain: async () => {
          const again = await send(delivery as Delivery);
          return again.length === 0 ? null : toSeen(again);
        },
        close,
      };
    },
    {
      audience: 'staff',
      choiceIds: true,
      duplicates: true,
      sharedPlaces: true,
      messageLimit: MESSAGE_LIMIT,
      labelLimit: LABEL_LIMIT,
    },
  );

function toSeen(posted: readonly Posted[]): Seen {
  const blocks = posted.flatMap((message) => message.blocks);
  return {
    text: wordsOf(blocks),
    choices: buttonsOf(blocks)
      .filter(({ action_id }) => action_id.startsWith('choice'))
      .map(({ text }) => text.text),
    messages: posted.map(({ text }) => unescaped(text)),
    live: posted.flatMap(liveOf),
    private: posted.every(({ onlyFor, channel }) => onlyFor !== null || channel.startsWith('D')),
  };
}
