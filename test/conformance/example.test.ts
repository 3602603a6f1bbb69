import { toPlainText } from '#core';
import {
  conversationKey,
  createConverse,
  createFirst,
  createMemoryStore,
  type Input,
  splitText,
  toInert,
} from '../../adapters/shared/index.ts';
import type { CreateHarness, Seen } from './harness.ts';
import { describeConformance } from './suite.ts';

/** The smallest channel that can do everything: short messages, buttons with ids, deliveries that repeat, shared places. */
const MESSAGE_LIMIT = 400;
const LABEL_LIMIT = 30;

const create: CreateHarness = async ({ desk, log, now }) => {
  const store = createMemoryStore();
  const converse = createConverse({ channel: 'example', desk, store, log, now });
  const first = createFirst('example', store, log);
  let ids = new Map<string, string>();
  let delivery = 0;
  let last: Input = { text: '' };

  const deliver = async (input: Input, place: string): Promise<Seen | null> => {
    if (!(await first(String(delivery)))) return null;
    const key = conversationKey('example', place);
    const { reply } = await converse({ input, key, audience: 'patient', procedure: null });
    const shorten = (label: string) => (label.length > LABEL_LIMIT ? `${label.slice(0, LABEL_LIMIT - 1)}…` : label);
    ids = new Map(reply.choices.map(({ id, label }) => [shorten(label), id]));
    const messages = splitText(toInert(toPlainText({ ...reply, choices: [] })), MESSAGE_LIMIT);
    return { text: messages.join('\n'), choices: [...ids.keys()], messages, live: [], private: true };
  };
  const send = async (input: Input, place = 'direct'): Promise<Seen> => {
    delivery += 1;
    last = input;
    const seen = await deliver(input, place);
    if (seen === null) throw new Error('a first delivery was taken for a repeated one');
    return seen;
  };
  return {
    says: (text) => send({ text }),
    presses: (label) => send({ choice: ids.get(label) ?? '' }),
    pressesId: (choice) => send({ choice }),
    saysAmongOthers: (text) => send({ text }, 'shared'),
    deliversAgain: () => deliver(last, 'direct'),
    close: () => store.close(),
  };
};

describeConformance('an example channel', create, {
  audience: 'patient',
  choiceIds: true,
  duplicates: true,
  sharedPlaces: true,
  messageLimit: MESSAGE_LIMIT,
  labelLimit: LABEL_LIMIT,
});
