import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toPlainText } from '#core';
import { createPerson, shippedAssistant } from '../support.ts';

/** SOAK_RUNS makes it shorter, for trying it out. */
const RUNS = Number(process.env.SOAK_RUNS ?? 1_000_000);
/** Bounds for one input of up to some 300 characters, in milliseconds; the machine may be busy. */
const SLOWEST_MS = 1_000;
const MEAN_MS = 5;
const WORDS = [
  'can',
  'i',
  'ice',
  'it',
  'not',
  'facet',
  'si',
  'joint',
  'x-ray',
  'compare',
  'recovery',
  'numb',
  'legs',
  'pain',
  '20957',
  '?',
  '!',
  '\n',
  '😀',
  '\u202e',
  'hi',
];

it('a million random inputs each get a reply, in bounded time', async () => {
  const assistant = await shippedAssistant();
  const text = fc.oneof(
    { weight: 6, arbitrary: fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((words) => words.join(' ')) },
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  );
  let [slowest, total] = [0, 0];
  fc.assert(
    fc.property(text, fc.boolean(), (typed, pressed) => {
      const person = createPerson(assistant);
      const started = performance.now();
      const reply = pressed ? person.presses(typed) : person.types(typed);
      const ms = performance.now() - started;
      slowest = Math.max(slowest, ms);
      total += ms;
      return toPlainText(reply).length > 0;
    }),
    { numRuns: RUNS },
  );
  expect(slowest).toBeLessThan(SLOWEST_MS);
  expect(total / RUNS).toBeLessThan(MEAN_MS);
});
