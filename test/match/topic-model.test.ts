import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { createTopicModel, NONE, topicClues } from '../../src/match/topic-model.ts';
import { createReader } from '../../src/text/index.ts';

const reader = createReader({
  rewrites: {},
  concepts: { ice: ['ice', 'cold pack'] },
  frames: { 'may-i': ['can i'] },
  fillers: ['the'],
  light: ['can'],
  outside: {},
  texts: ['can i ice the joint', 'can i park here'],
});
const NO_NAMES: ReadonlySet<string> = new Set();
const WEIGHTS = {
  bias: { recovery: 0, cost: 0, [NONE]: 0.5 },
  clues: { '#ice': { recovery: 4, [NONE]: -1 }, '=park': { [NONE]: 3 }, '?may-i': { cost: -1 } },
};
const model = createTopicModel(WEIGHTS, NO_NAMES);
const guess = (text: string) => model(reader.exact(text));

describe('the topic model', () => {
  it('tells what a text is about, in the words of the lexicon and in others', () => {
    for (const text of ['can i ice the joint', 'can i put a cold pack on']) {
      const { answerable, topic } = guess(text);
      expect(answerable).toBeGreaterThan(0.8);
      expect(topic('recovery')).toBeGreaterThan(0.8);
    }
  });

  it('knows what no fact answers', () => {
    expect(guess('can i park here').answerable).toBeLessThan(0.4);
  });

  it('learns nothing from the name of a guide that a clinic adds', () => {
    const named = createTopicModel(WEIGHTS, new Set(['park']));
    expect(named(reader.exact('can i ice the park joint')).answerable).toBe(guess('can i ice the joint').answerable);
  });

  it('has no opinion about a topic that it has not seen', () => {
    expect(guess('can i ice the joint').topic('a-new-topic')).toBeNull();
  });

  it('reads a word and its neighbour, whatever the ending', () => {
    expect([...topicClues(reader.exact('parking fees'), NO_NAMES)]).toEqual(
      expect.arrayContaining(['=park', '=fee', '=park fee']),
    );
    expect([...topicClues(reader.exact('park fee'), NO_NAMES)]).toEqual(
      expect.arrayContaining(['=park', '=fee', '=park fee']),
    );
  });

  test.prop([fc.array(fc.constantFrom('can', 'i', 'ice', 'park', 'joint', 'zzz', '20957'), { maxLength: 40 })])(
    'gives chances, whatever is said',
    (words) => {
      const { answerable, topic } = guess(words.join(' '));
      const chances = [topic('recovery') ?? -1, topic('cost') ?? -1];
      for (const chance of [answerable, ...chances]) {
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
      }
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1);
    },
  );
});
