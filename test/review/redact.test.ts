import { join } from 'node:path';
import { fc, test } from '@fast-check/vitest';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRedact, type Redact } from '#core';
import { judgeSet, sumUp } from '../../bench/redaction.ts';
import { shippedAssistant } from '../support.ts';

let redact: Redact;
beforeAll(async () => {
  redact = createRedact((await shippedAssistant()).knowledge);
});

const digits = (least: number, most: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((all) => all.join(''));
const AROUND = ['can i eat before it', 'how long is the drive home after', 'is it covered'] as const;

describe('redaction', () => {
  it.for([
    ['my name is Janet Kowalski, can i eat', ['Janet', 'Kowalski'], 'can i eat'],
    ['im dylan and i cant sit', ['dylan'], 'cant sit'],
    ['my son mike had it with dr patel', ['mike', 'patel'], 'my son'],
    ['Dr. Brown said ice it', ['Brown'], 'said ice it'],
    ['the doctor said ice it', [], 'the doctor said ice it'],
    ['dob 3/4/1956 is it safe', ['3/4/1956'], 'is it safe'],
    ['injected March 3rd, sore', ['March', '3rd'], 'sore'],
    ['she is 93 years old, is it safe', ['93'], 'is it safe'],
    ['she is 63 years old, is it safe', [], '63 years old'],
    ['i live in cleveland, parking?', ['cleveland'], 'parking'],
    ['412 Elm Street Apt 4B, is it near', ['412', 'Elm', '4B'], 'is it near'],
    ['had the injection 4/17 and 4/3, sore', ['4/17'], 'sore'],
    ['booked for 02-Jun-2026, can i eat', ['Jun', '2026'], 'can i eat'],
    ['see you on the 21st at noon', ['21st'], 'noon'],
    ['grandma turned 94 in spring, is it safe', ['94'], 'is it safe'],
    ['my uncle Tobias, 97, walks with a cane', ['97'], 'walks with a cane'],
    ['it is for her 92nd birthday, can she dance', ['92nd'], 'can she dance'],
    ['18 n kimball st, is it near', ['18', 'kimball'], 'is it near'],
    ['past the mill on county rd 114b', ['114b'], 'past the mill'],
    ['Calle de la Luna 52, is it near', ['Luna', '52'], 'is it near'],
    ['9 Heron Close, M20 4BX, is it near', ['Heron', '9', 'M20', '4BX'], 'is it near'],
    ['postal code k1a 0b1 is it near', ['k1a', '0b1'], 'is it near'],
    ['p.o. box 77 brixworth, mail it', ['77', 'brixworth'], 'mail it'],
    ['im from orange, tx is there parking', ['orange'], 'is there parking'],
    ['we drove up from san marcos tx, sore', ['marcos'], 'sore'],
    ["seen at St. Ansgar's Hospital before", ['Ansgar', 'Hospital'], 'before'],
    ['a.lund@aol dot com or a dot lund at gmail', ['lund', 'aol', 'gmail'], 'or'],
    ['i am tidewalker under ig: tide_walker', ['tide_walker'], 'under'],
    ['the gate code 4418 lets you in', ['4418'], 'lets you in'],
    ["talked to mark about rose's appointment", ['mark', 'rose'], 'appointment'],
    ['rose, 64: can i eat? hazel', ['rose', 'hazel'], 'can i eat'],
    ['np joy and faith olsen, rn said ice', ['joy', 'faith', 'olsen'], 'said ice'],
    ['booked under ivy, is it safe', ['ivy'], 'is it safe'],
    ['by the corner of 9th and larch, parking?', ['9th', 'larch'], 'parking'],
    ['an mri in 03/2026 showed it', ['03/2026'], 'showed it'],
    ['me llamo julieta, duele', ['julieta'], 'duele'],
    ['member id K7721 40 118 is covered', ['7721', '118'], 'is covered'],
    ['zip code 44107, is it near', ['44107'], 'is it near'],
    ['mrn 00482913 what now', ['00482913'], 'what now'],
    ['ssn 123-45-6789 what now', ['123', '6789'], 'what now'],
    ['medicare 1EG4-TE5-MK73 what is covered at 80%', ['1EG4', 'MK73'], 'covered at 80%'],
    ['jan at gmail dot com or https://x.example/jan', ['jan', 'gmail', 'x.example'], 'or'],
    ['five five five oh one four two please', ['five', 'two'], 'please'],
    ['call １２３-４５６-７８９０ please', ['123', '456', '7890'], 'please'],
    ['call 555\u200b-555\u200b-0142 please', ['555', '0142'], 'please'],
  ] as const)('of "%s"', ([text, gone, kept]) => {
    const redacted = redact(text);
    for (const detail of gone) expect(redacted).not.toContain(detail);
    expect(redacted).toContain(kept);
  });

  it.for([
    'is 20957 or 20962 cheaper, $1,200 or 1200 dollars',
    'cpt20962, cpt 64483 and cpt 27096',
    'wait 24 hours, 48-72hrs, 2 weeks or 24 to 48 hours',
    'take 800mg ibuprofen 3 times a day, or 5 mg Eliquis, 2000 units',
    'fever of 100.4 or 101.5 F at L4-L5-S1 and C5/6',
    'pain went from 8/10 to 3/10 by day 3',
    'can i go back to the gym and lift weights after the facet shot',
    'May I drive? Will it hurt? Mark the spot. I hope so',
    'walk 10,000 steps or 2 miles',
    'pain after the shot 2/10, pulse is 95, blood pressure 128/91',
    'what is J3301 on the bill, and 99213 on top, is that how it is charged',
    'can i miss one dose, and does the doctor pat me down',
    'creatinine is high, egfr is low, and i have synovitis after an arthroplasty',
    'it hurts at l4 l5, grade 2, near my s1 5 mm from it',
  ])('leaves "%s" as it is', (text) => {
    expect(redact(text)).toBe(text);
  });

  test.prop([fc.constantFrom(...AROUND), digits(10, 10), fc.constantFrom('-', ' ', '.', '')])(
    'takes out telephone numbers, however they are written',
    (around, ten, join) => {
      const phone = [ten.slice(0, 3), ten.slice(3, 6), ten.slice(6)].join(join);
      expect(redact(`${around} ${phone}`)).toBe(`${around} [phone]`);
      expect(redact(`${phone}, ${around}`)).toBe(`[phone], ${around}`);
    },
  );

  test.prop([fc.emailAddress({ size: 'small' }), fc.constantFrom(...AROUND)])(
    'takes out mail addresses',
    (mail, around) => {
      const [host = ''] = mail.split('@').slice(-1);
      expect(redact(`${around} ${mail}`)).not.toContain(host);
    },
  );

  test.prop([fc.string({ unit: 'binary', maxLength: 400 })])(
    'takes any text, and has nothing left to do afterwards',
    (text) => {
      const once = redact(text);
      expect(redact(once)).toBe(once);
    },
  );

  const PIECES = [
    'Anna',
    'dr',
    'may',
    '14',
    'the',
    '555-0142',
    'my',
    'son',
    'Lake',
    '@',
    '.com',
    ',',
    '.',
    '[name]',
    'st',
  ];
  test.prop([fc.array(fc.constantFrom(...PIECES), { maxLength: 12 })])('nor of words that hold details', (pieces) => {
    const once = redact(pieces.join(' '));
    expect(redact(once)).toBe(once);
  });

  it.for([
    'a',
    '1',
    '1 ',
    'a.',
    'a@',
    'A ',
    "a'",
    '12-',
    'one ',
    'dr ',
    '::',
    'name is ',
    'a dot ',
    'rue de ',
    'code 1',
    '1.234,',
  ])('takes time in proportion to the length: "%s" over and over', (piece) => {
    const started = performance.now();
    redact(piece.repeat(100_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it.for(['redaction', 'redaction-2'])('does on the labelled set %s what docs/privacy.md says', (set) => {
    const { details, words, lines } = sumUp(
      judgeSet(join(import.meta.dirname, `../../bench/sets/${set}.jsonl`), redact),
    );
    expect(details.right / details.of).toBeGreaterThan(0.96);
    expect(words.right / words.of).toBeGreaterThan(0.97);
    expect(lines.right / lines.of).toBeGreaterThan(0.93);
  });
});
