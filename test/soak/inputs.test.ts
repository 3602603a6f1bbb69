import fc from 'fast-check';
import { it } from 'vitest';
import { toPlainText } from '#core';
import { createPerson, shippedAssistant } from '../support.ts';

const RUNS = 1_000_000;
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

it('a million random inputs each get a reply', async () => {
  const assistant = await shippedAssistant();
  const text = fc.oneof(
    { weight: 6, arbitrary: fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((words) => words.join(' ')) },
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  );
  fc.assert(
    fc.property(text, fc.boolean(), (typed, pressed) => {
      const person = createPerson(assistant);
      const reply = pressed ? person.presses(typed) : person.types(typed);
      return toPlainText(reply).length > 0;
    }),
    { numRuns: RUNS },
  );
});
