/** `npm run soak`: no text makes the gate slower than its length does. Timed, so it is no part of `npm test`. */
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/text/index.ts';
import { createTriage } from '../../src/triage/index.ts';
import { redFlags } from '../triage/knowledge.ts';

const screen = createTriage(redFlags);
const SMALL = 5_000;
const LARGE = 40_000;
/** Eight times the text may take eight times as long; twice that leaves room for a busy machine. */
const MOST = 16;

const hostile: readonly (readonly [string, string])[] = [
  ['one word', 'pee '],
  ['a sign begun again and again', 'cant feel my '],
  ['signs and negations', 'no numb leg, '],
  ['letters without a space', 'a'],
  ['misspelt words, each new', 'nubm bledding '],
  ['commas', ', '],
  ['brackets', '(['],
  ['numbers', '101.5 '],
  ['questions', 'if i cant walk? '],
];

describe.each(hostile)('%s, repeated', (_, piece) => {
  it('takes time in proportion to its length', () => {
    const short = normalise(piece.repeat(SMALL / piece.length));
    const long = normalise(piece.repeat(LARGE / piece.length));
    best(() => screen(short));
    expect(
      best(() => screen(long)) /
        Math.max(
          best(() => screen(short)),
          1,
        ),
    ).toBeLessThan(MOST);
  });
});

/** The quickest of three, in milliseconds: what else the machine does only ever adds. */
function best(run: () => unknown): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );
}
