import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { createSpelling, normalise, READ_LIMIT, stem, toPlain, toTokens } from '../../src/text/index.ts';

describe('normalise', () => {
  test.prop([fc.string({ unit: 'binary', maxLength: 400 })])('is total and idempotent on the plain text', (text) => {
    const { plain } = normalise(text);
    expect(normalise(plain).plain).toBe(plain);
  });

  test.prop([fc.string({ unit: 'grapheme', maxLength: 200 })])(
    'leaves no control characters or direction marks',
    (text) => {
      expect(normalise(text).plain).not.toMatch(/\p{Cf}|(?!\n)\p{Cc}/u);
    },
  );

  test('reads the first and last half of a text over the limit, and says that it was cut', () => {
    const { raw, cut } = normalise(`begin ${'x '.repeat(READ_LIMIT)} end`);
    expect(cut).toBe(true);
    expect(raw.startsWith('begin')).toBe(true);
    expect(raw.endsWith('end')).toBe(true);
    expect(raw.length).toBeLessThanOrEqual(READ_LIMIT + 3);
  });

  test('keeps a text at the limit whole', () => {
    expect(normalise('y'.repeat(READ_LIMIT)).cut).toBe(false);
  });

  it.for([
    ['Can’t I EAT?', ['cant', 'i', 'eat']],
    ['cpt20962 and #20957', ['cpt', '20962', 'and', '20957']],
    ['temp 100.4°F', ['temp', '100.4', 'f']],
    ['SI w/ fluoro, w/o sedation', ['si', 'with', 'fluoro', 'without', 'sedation']],
    ['¿Qué es?', ['que', 'es']],
    ['ha\u200bppy\u202e shot', ['happy', 'shot']],
  ] as const)('reads %s as words', ([text, tokens]) => {
    expect(toTokens(toPlain(text))).toEqual(tokens);
  });

  test('splits sentences, but not at a title or inside a number', () => {
    expect(normalise('Saw Dr. Lee at 9.30. It hurts! Can I ice it?').sentences).toEqual([
      'saw dr. lee at 9.30.',
      'it hurts!',
      'can i ice it?',
    ]);
  });
});

describe('stem', () => {
  it.for([
    ['moves', 'moving'],
    ['lift', 'lifting'],
    ['run', 'running'],
    ['exercise', 'exercised'],
    ['study', 'studies'],
    ['easy', 'easily'],
    ['patch', 'patches'],
  ] as const)('%s and %s are one word', ([one, other]) => {
    expect(stem(one)).toBe(stem(other));
  });

  it.for([
    ['inform', 'information'],
    ['evening', 'evenity'],
    ['expect', 'expectant'],
    ['extensive', 'extension'],
    ['car', 'care'],
    ['us', 'used'],
    ['ear', 'early'],
  ] as const)('%s and %s are two', ([one, other]) => {
    expect(stem(one)).not.toBe(stem(other));
  });
});

describe('spelling', () => {
  const correct = createSpelling(
    new Map(
      ['injection', 'swelling', 'heat', 'heart', 'acupuncture', 'blood', 'thinner', 'when', 'then'].map((word) => [
        word,
        word === 'when' ? 9 : 1,
      ]),
    ),
    (word) => word === 'head',
    new Set(['when', 'then']),
    new Map([['bloodthinner', 'blood thinner']]),
  );

  it.for([
    ['injecton', 'injection'],
    ['ijnection', 'injection'],
    ['sweling', 'swelling'],
    ['accupuncture', 'acupuncture'],
    ['bloodthinner', 'blood thinner'],
    ['whenheat', 'whenheat'],
    ['head', 'head'],
    ['hea', 'hea'],
    ['wen', 'when'],
    ['20957', '20957'],
    ['zzzzzz', 'zzzzzz'],
    ['wthen', 'when'],
  ] as const)('%s -> %s', ([typed, meant]) => {
    expect(correct(typed)).toBe(meant);
  });

  test.prop([fc.string({ maxLength: 60 })])('never throws, and leaves digits alone', (word) => {
    const corrected = correct(word);
    if (/\d/u.test(word)) expect(corrected).toBe(word);
  });
});
