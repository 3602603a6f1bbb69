import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../adapters/shared/index.ts';
import { NOW } from '../../conformance/replies.ts';
import { shippedAssistant } from '../../support.ts';
import type { Fault } from './fake/rest.ts';
import { bot, OTHER, PERSON, together } from './open-bot.ts';

/** A busy machine may take its time. */
const LONG = { timeout: 15_000, interval: 5 };
const CALLBACK = /callback$/u;
const EDIT = /^PATCH/u;
const POST = /^POST \/channels/u;

describe('an answer', () => {
  it('is acknowledged before the memory is asked, which may be slow', async () => {
    const gate = Promise.withResolvers<void>();
    const store = createMemoryStore();
    const slow = { ...store, claim: (key: string, ttl: number) => gate.promise.then(() => store.claim(key, ttl)) };
    const { fake, settle } = await bot({ house: { store: slow } });
    const asked = fake.commands(PERSON, 'server', 'faq', { question: 'can i ice it' });
    await expect.poll(() => asked.response, LONG).not.toBeNull();
    gate.resolve();
    expect((await settle(asked))[0]?.text).toContain('Source:');
  });

  it('is acknowledged before the core is asked, whatever that does', async () => {
    const assistant = await shippedAssistant();
    const acknowledged: boolean[] = [];
    const reply: typeof assistant.reply = (request) => {
      acknowledged.push([...fake.world.asked.values()].every(({ response }) => response !== null));
      return assistant.reply(request);
    };
    const { asks, fake } = await bot({ house: { desk: { current: () => ({ ...assistant, reply }) } } });
    expect((await asks('can i ice it', 'direct'))[0]?.text).toContain('Source:');
    expect(acknowledged).toEqual([true]);
  });

  it.concurrent.for<readonly [string, Omit<Fault, 'times'> & { times?: number }]>([
    ['the first answer meets a fault of Discord', { on: CALLBACK, how: 500, times: 2 }],
    ['the first answer hangs', { on: CALLBACK, how: 'hang' }],
    ['the first answer’s connection is cut', { on: CALLBACK, how: 'reset' }],
    ['the first answer arrives, and its receipt is lost', { on: CALLBACK, how: 'lost' }],
    ['the first answer arrives, and its receipt never ends', { on: CALLBACK, how: 'stalls' }],
    ['the first answer is rate limited', { on: CALLBACK, how: 429, retryAfter: 0.3 }],
    ['the answer meets faults of Discord', { on: EDIT, how: 502, times: 4 }],
    ['the answer hangs', { on: EDIT, how: 'hang' }],
    ['the answer’s connection is cut', { on: EDIT, how: 'reset', times: 2 }],
    ['the answer arrives, and its receipt is lost', { on: EDIT, how: 'lost' }],
    ['the answer is rate limited', { on: EDIT, how: 429, retryAfter: 0.5 }],
  ])('arrives once when %s', async ([, { times = 1, ...fault }], { onTestFinished }) => {
    const { asks, fake } = await bot({}, onTestFinished);
    fake.world.faults.push({ times, ...fault });
    const answers = await asks('can i ice it');
    expect(answers).toHaveLength(1);
    expect(answers[0]?.text).toContain('Source:');
    expect(fake.world.messages).toHaveLength(1);
  });

  it.concurrent.for<readonly [string, Omit<Fault, 'on'>]>([
    ['is lost on the way back', { how: 'lost', times: 1 }],
    ['meets faults', { how: 502, times: 4 }],
    ['hangs', { how: 'hang', times: 1 }],
    ['is rate limited', { how: 429, times: 2, retryAfter: 0.2 }],
  ])('to a direct message arrives once when it %s', async ([, fault], { onTestFinished }) => {
    const { tellsDirectly, fake } = await bot({}, onTestFinished);
    fake.world.faults.push({ on: POST, ...fault });
    expect(together(await tellsDirectly('can i ice it')).text).toContain('Source:');
    expect(fake.world.messages).toHaveLength(1);
  });

  it('that Discord refuses becomes the safe text with the numbers', async () => {
    const assistant = await shippedAssistant();
    const choice = { id: 'same', label: 'twice', facts: [] };
    const reply: typeof assistant.reply = (request) => {
      const turn = assistant.reply(request);
      return { ...turn, reply: { ...turn.reply, choices: [choice, choice] } };
    };
    const { asks, tellsDirectly } = await bot({ house: { desk: { current: () => ({ ...assistant, reply }) } } });
    for (const text of [(await asks('can i ice it'))[0]?.text, together(await tellsDirectly('can i ice it')).text])
      expect(text).toMatch(/Something went wrong on our side.*555-0142.*911/u);
  });

  it('is given up where Discord does not take it in time, and the next one works', async () => {
    const { fake, asks } = await bot();
    fake.world.faults.push({ on: CALLBACK, how: 500, times: 6 });
    const lost = fake.commands(PERSON, 'server', 'faq', { question: 'can i ice it' });
    await expect.poll(() => fake.world.refused.length, LONG).toBeGreaterThan(0);
    expect(lost.response).toBeNull();
    expect((await asks('can i ice it'))[0]?.text).toContain('Source:');
  });
});

describe('a stop', () => {
  it('refuses new work with a private line, and finishes what is under way', async () => {
    const store = createMemoryStore();
    const gate = Promise.withResolvers<void>();
    const slow = { ...store, claim: (key: string, ttl: number) => gate.promise.then(() => store.claim(key, ttl)) };
    const { fake, channel, house, settle } = await bot({ house: { store: slow, now: () => NOW } });
    const early = fake.commands(PERSON, 'server', 'faq', { question: 'can i ice it' });
    await expect.poll(() => early.response, LONG).not.toBeNull();
    await channel.refuse();
    expect(channel.ready()).toBe(false);
    const late = fake.commands(OTHER, 'server', 'faq', { question: 'can i ice it' });
    await expect.poll(() => late.response, LONG).not.toBeNull();
    expect(house.flight.count).toBe(1);
    gate.resolve();
    expect((await settle(early))[0]?.text).toContain('Source:');
    expect(await settle(late)).toMatchObject([{ hidden: true, text: expect.stringMatching(/restarting.*911/u) }]);
    const typing = fake.types(PERSON, 'faq', 'question', 'can');
    await settle(typing);
    expect(typing.suggestions).toEqual([]);
  });
});
