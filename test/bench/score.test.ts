import { describe, expect, it } from 'vitest';
import { percent, wilson } from '../../bench/interval.ts';
import type { Label } from '../../bench/labels.ts';
import { type Judgeable, judge } from '../../bench/score.ts';

const FACTS = ['1/recovery/ice', '2/recovery/ice', '1/cost/price', '2/cost/price', '1/duration/time'];
const label = (part: Partial<Label>): Label => ({
  id: 'x',
  text: 'x',
  code: null,
  kind: 'answer',
  topics: ['recovery'],
  points: ['ice'],
  level: null,
  note: '',
  ...part,
});
const reply = (part: Partial<Judgeable>): Judgeable => ({
  kind: 'answer',
  level: null,
  lead: ['1/recovery/ice', '2/recovery/ice'],
  points: ['1/recovery/ice', '2/recovery/ice'],
  ...part,
});
const clarify = (points: readonly string[]): Judgeable => reply({ kind: 'clarify', lead: [], points });

describe('the judge', () => {
  it.for([
    ['both guides where none is named', label({}), reply({}), 'correct'],
    [
      'one guide where none is named and both have it',
      label({}),
      reply({ lead: ['1/recovery/ice'], points: ['1/recovery/ice'] }),
      'wrong',
    ],
    [
      'one guide where only one has it',
      label({ topics: ['duration'], points: ['time'] }),
      reply({ lead: ['1/duration/time'], points: ['1/duration/time'] }),
      'correct',
    ],
    ['the other guide', label({ code: '2' }), reply({ lead: ['1/recovery/ice'], points: ['1/recovery/ice'] }), 'wrong'],
    ['another topic', label({}), reply({ lead: ['1/cost/price', '2/cost/price'] }), 'wrong'],
    ['the right topic among those offered', label({}), clarify(['1/recovery/ice', '1/cost/price']), 'assisted'],
    ['only wrong topics offered', label({}), clarify(['1/cost/price']), 'unhelpful'],
    ['an answer where none is right', label({ kind: 'abstain', topics: [], points: [] }), reply({}), 'wrong'],
    [
      'a second acceptable reply',
      label({ note: 'alt: abstain' }),
      reply({ kind: 'abstain', lead: [], points: [] }),
      'correct',
    ],
    ['an answer to an emergency', label({ kind: 'escalate', level: 'emergency' }), reply({}), 'missed'],
    [
      'an alarm for a question',
      label({}),
      reply({ kind: 'escalate', level: 'urgent', lead: [], points: [] }),
      'false-alarm',
    ],
  ] as const)('calls %s right', ([, asked, given, verdict]) => {
    expect(judge(asked, given, FACTS).verdict).toBe(verdict);
  });
});

describe('the Wilson interval', () => {
  it('agrees with published values', () => {
    const [low, high] = wilson(3, 296);
    expect(low).toBeCloseTo(0.0035, 3);
    expect(high).toBeCloseTo(0.0293, 3);
    expect(percent(0, 0)).toBe('-');
  });
});
