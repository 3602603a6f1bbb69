import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Assistant, dayOf, daysBefore } from '#core';
import { createConverse, createHouse, createKeeper, createLog, type Input } from '../../../adapters/shared/index.ts';
import { openState } from '../../../adapters/store/index.ts';
import { NOW, replyTo } from '../../conformance/replies.ts';
import { shippedAssistant } from '../../support.ts';

const IN_VAIN = 'my name is Janet Kowalski, mrn 00482913, can i do the fandango';
const REDACTED = 'my name is [name], mrn [number], can i do the [word]';
const ALARM = 'my legs are numb and i cant pee';

/** Words to which topics are offered, as the knowledge stands now. */
function offeredIn(assistant: Assistant): string {
  const texts = [
    'stiches after?',
    '1 to 10 how sore is it',
    'is it like a full on operation',
    'leggins fine?',
    'deadlifts?',
    'something about breakfast and food',
    'what about the bill',
  ];
  const found = texts.find((text) => replyTo(assistant, { text }, 'patient').kind === 'clarify');
  if (found === undefined) throw new Error('the bot understands all of these now; find harder ones');
  return found;
}

async function open({ keeps = true, days = 30, now = () => NOW, channel = 'web' } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'keeper-'));
  const lines: string[] = [];
  const log = createLog({ destination: { write: (line) => void lines.push(line) } });
  const state = await openState({ DATA_DIR: folder }, log);
  onTestFinished(async () => {
    await state.close();
    await rm(folder, { recursive: true, force: true });
  });
  const assistant = await shippedAssistant();
  const desk = { current: () => assistant };
  const start = () => createKeeper({ ledger: state.ledger, desk, log, now, keeps, days });
  const keeper = start();
  const house = createHouse({ desk, log, now, watchers: [keeper] });
  const converse = createConverse(house.services(channel));
  const send = async (input: Input, key: string | null = 'k') =>
    (await converse({ input, key, audience: 'patient', procedure: null })).reply;
  /** What is kept when the program stops. */
  const kept = async () => {
    await keeper.close();
    return state.ledger.kept();
  };
  const logged = () => log.flush().then(() => lines.join(''));
  return { assistant, ledger: state.ledger, keeper, start, send, kept, logged };
}

describe('words of unanswered questions', () => {
  it('are not kept by default', async () => {
    const { send, kept } = await open({ keeps: false });
    await send({ text: IN_VAIN });
    expect(await kept()).toEqual([]);
  });

  it('are never kept from Discord, whose policy forbids it', async () => {
    const { send, kept } = await open({ channel: 'discord' });
    await send({ text: IN_VAIN });
    expect(await kept()).toEqual([]);
  });

  it('are kept redacted, where the operator chose so, with the day alone', async () => {
    const { send, kept, logged } = await open();
    await send({ text: IN_VAIN });
    expect(await kept()).toMatchObject([{ day: dayOf(NOW), channel: 'web', text: REDACTED, state: 'new' }]);
    expect(await logged()).not.toMatch(/Janet|can i do/u);
  });

  it('are not kept of what was answered, is a known gap, is about something else or in another language', async () => {
    const { send, kept } = await open();
    for (const text of ['can i ice it', 'how long will the relief last', 'how do I get a colonoscopy', 'hello', ''])
      await send({ text });
    await send({ text: '¿puedo comer antes de la inyección?' });
    expect(await kept()).toEqual([]);
  });

  it('are never kept of an alarm, nor after one in its conversation, even where the person says that it was none', async () => {
    const { send, kept } = await open();
    await send({ text: `${ALARM}, ${IN_VAIN}` }, 'a');
    await send({ text: IN_VAIN }, 'a');
    const { choices } = await send({ text: 'is it bad if my legs are numb' }, 'a');
    for (const { id } of choices) await send({ choice: id }, 'a');
    await send({ text: IN_VAIN }, 'a');
    expect(await kept()).toEqual([]);
  });

  it('to which topics were offered are kept when none is chosen: another question, "none of these", or silence', async () => {
    const { assistant, send, kept } = await open();
    const text = offeredIn(assistant);
    await send({ text }, 'asks-again');
    await send({ text: 'can i ice it' }, 'asks-again');
    const { choices } = await send({ text }, 'none');
    await send({ choice: choices.at(-1)?.id ?? '' }, 'none');
    await send({ text }, 'silent');
    const words = await kept();
    expect(words.map((one) => one.text)).toEqual([text, text, text]);
    expect(words[0]?.about).toMatch(/^[a-z-]+\/[a-z-]+$/u);
  });

  it('are dropped when an offer is chosen, and when an alarm follows', async () => {
    const { assistant, send, kept } = await open();
    const text = offeredIn(assistant);
    const { choices } = await send({ text }, 'chooses');
    await send({ choice: choices[0]?.id ?? '' }, 'chooses');
    await send({ text }, 'alarm');
    await send({ text: ALARM }, 'alarm');
    expect(await kept()).toEqual([]);
  });

  it('are cut, since a story tells who somebody is', async () => {
    const { send, kept } = await open();
    await send({ text: `can i do the fandango ${'fandango '.repeat(20_000)}` });
    for (const { text } of await kept()) expect(text.length).toBeLessThanOrEqual(500);
  });

  it('are deleted when their days are over, also when no more are kept', async () => {
    const { ledger, keeper, start } = await open({ keeps: false, days: 30 });
    const today = dayOf(NOW);
    for (const age of [0, 29, 30, 400])
      await ledger.keep({ day: daysBefore(today, age), channel: 'web', about: null, text: String(age) });
    await keeper.close();
    const next = start();
    await next.close();
    expect((await ledger.kept()).map(({ text }) => text).sort()).toEqual(['0', '29']);
  });

  it('that cannot be written cost nothing but themselves', async () => {
    const assistant = await shippedAssistant();
    const events: string[] = [];
    const log = createLog({ destination: { write: (line) => void events.push(JSON.parse(line).event) } });
    const broken = async () => {
      throw new Error('gone');
    };
    const desk = { current: () => assistant };
    const keeper = createKeeper({
      ledger: { keep: broken, purge: broken },
      desk,
      log,
      now: () => NOW,
      keeps: true,
      days: 30,
    });
    const house = createHouse({ desk, log, now: () => NOW, watchers: [keeper] });
    const converse = createConverse(house.services('web'));
    const turn = await converse({ input: { text: IN_VAIN }, key: 'k', audience: 'patient', procedure: null });
    expect(turn.reply.kind).toBe('abstain');
    await keeper.close();
    await log.flush();
    expect(events).toContain('words-not-kept');
  });
});
