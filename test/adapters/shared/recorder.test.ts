import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type Count,
  createConverse,
  createHouse,
  createLog,
  createRecorder,
  type Input,
} from '../../../adapters/shared/index.ts';
import { NOW } from '../../conformance/replies.ts';
import { shippedAssistant } from '../../support.ts';

const DAY = '2026-01-15';
/** Never within a test: what is written then was written by `close`, or the test set its own. */
const NEVER = 1_000_000;

async function open({
  count,
  everyMs = NEVER,
}: {
  count?: (counts: readonly Count[]) => Promise<void>;
  everyMs?: number;
} = {}) {
  const assistant = await shippedAssistant();
  const events: string[] = [];
  const log = createLog({ destination: { write: (line) => void events.push(JSON.parse(line).event) } });
  const desk = { current: () => assistant };
  const written: Count[] = [];
  const ledger = { count: count ?? (async (counts: readonly Count[]) => void written.push(...counts)) };
  const now = () => Date.parse(`${DAY}T23:59:59.999Z`);
  const recorder = createRecorder({ ledger, desk, log, now, everyMs });
  onTestFinished(() => recorder.close());
  const house = createHouse({ desk, log, now: () => NOW, watchers: [recorder] });
  const converse = createConverse(house.services('web'));
  const send = async (input: Input) =>
    (await converse({ input, key: 'k', audience: 'patient', procedure: null })).reply;
  const logged = () => log.flush().then(() => events.filter((event) => event !== 'feedback'));
  return { recorder, house, send, written, logged };
}

describe('the recorder', () => {
  it('counts replies by what they were about, alarms by category and level, and no words', async () => {
    const { recorder, send, written } = await open();
    for (const text of [
      'can i ice it',
      'can i ice it',
      'how long will the relief last',
      'my legs are numb and i cant pee',
    ])
      await send({ text });
    expect(written).toEqual([]);
    await recorder.close();
    const at = { day: DAY, channel: 'web', what: 'reply' };
    expect(written).toHaveLength(3);
    expect(written).toContainEqual({
      ...at,
      kind: 'answer',
      about: 'recovery/ice',
      level: null,
      category: null,
      times: 2,
    });
    expect(written).toContainEqual({
      ...at,
      kind: 'abstain',
      about: 'relief-duration',
      level: null,
      category: null,
      times: 1,
    });
    expect(written).toContainEqual({
      ...at,
      kind: 'escalate',
      about: null,
      level: 'emergency',
      category: 'cauda-equina',
      times: 1,
    });
  });

  it('counts an offer that was chosen, and not that somebody said which guide is theirs', async () => {
    const { recorder, send, written } = await open();
    const offer = (await send({ text: 'food stuff' })).choices[0];
    await send({ choice: offer?.id ?? '' });
    const mine = (await send({ text: 'when can i work out' })).choices[0];
    expect(mine?.label).toContain('Mine is');
    await send({ choice: mine?.id ?? '' });
    await recorder.close();
    const chosen = written.filter(({ what }) => what === 'chosen');
    expect(chosen).toMatchObject([{ kind: 'answer', about: 'preparation/food-drink', times: 1 }]);
    expect(written.filter(({ what }) => what === 'reply').reduce((sum, { times }) => sum + times, 0)).toBe(4);
  });

  it('counts thumbs, by ids that the knowledge holds and no others', async () => {
    const { recorder, house, written } = await open();
    house.onFeedback('web', { helpful: true, kind: 'answer', about: 'recovery/ice' });
    house.onFeedback('web', { helpful: false, kind: 'abstain', about: 'relief-duration' });
    house.onFeedback('web', { helpful: false, kind: 'answer', about: 'ann-doe-555-0142' });
    await recorder.close();
    expect(written.map(({ what, about }) => `${what} ${about}`).sort()).toEqual([
      'down null',
      'down relief-duration',
      'up recovery/ice',
    ]);
  });

  it('holds no reply up, says once that it cannot write, and writes what waited when it can', async () => {
    let broken = true;
    const written: Count[] = [];
    const count = async (counts: readonly Count[]) => {
      if (broken) throw new Error('no space');
      written.push(...counts);
    };
    const { recorder, send, logged } = await open({ count, everyMs: 5 });
    await send({ text: 'can i ice it' });
    await expect.poll(() => recorder.works()).toBe(false);
    await send({ text: 'can i ice it' });
    await send({ text: 'hello' });
    expect(await logged()).toEqual(['counts-not-written']);
    broken = false;
    await expect.poll(() => recorder.works()).toBe(true);
    await recorder.close();
    expect(written.filter(({ about }) => about === 'recovery/ice').reduce((sum, { times }) => sum + times, 0)).toBe(2);
    expect(await logged()).toEqual(['counts-not-written']);
  });

  it('answers before the ledger does', async () => {
    const written = Promise.withResolvers<void>();
    const { recorder, send } = await open({ count: () => written.promise, everyMs: 5 });
    for (let round = 0; round < 3; round += 1) expect((await send({ text: 'can i ice it' })).kind).toBe('answer');
    expect(recorder.works()).toBe(true);
    written.resolve();
  });
});
