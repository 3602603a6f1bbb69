import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { normalise } from '../../src/text/index.ts';
import { createTriage } from '../../src/triage/index.ts';
import { redFlags } from './knowledge.ts';

const screen = createTriage(redFlags);
const wordings = Object.values({ ...redFlags.rules, ...redFlags.combinations }).flatMap(({ fires }) => fires);
const alarm = fc.constantFrom(...wordings);
const RUNS = { numRuns: 400 };

const GREETINGS = ['Hi, ', 'hello there! ', 'Good morning. ', 'hey ', 'Dear nurse, ', 'Hola, ', 'ok so ', 'um '];
const POLITE = [
  ' Thank you so much.',
  ', sorry to bother you',
  ' lol',
  '. Probably nothing.',
  '!! please help',
  ' Have a nice day',
  '. My friend said to write to you.',
  '. No fever though.',
  ' but otherwise I am fine',
  ', is that normal?',
  ' is it from the shot',
  ', so when should I call the doctor',
];
const QUESTIONS = [
  'When can I drive? ',
  'how much does it cost, also ',
  'can i ice it? ',
  'What is the code for this. ',
  'I had my SI joint injection in March. ',
  "i've had back pain for years, ",
  'had 20962 done last month, ',
  'does my plan cover this because ',
  'I know the leaflet says some soreness is ok but ',
  'not sure if this matters but ',
  'No rash. ',
];
const EMOJIS = ['😂', '🙏', '😭😭', '🤒', '👍', '❤️', '🥴', '‼️'];

/** Never less serious than the wording alone. */
function staysAlarm(wording: string, changed: string): void {
  const before = screen(normalise(wording));
  const after = screen(normalise(changed));
  expect(after.kind, changed).toBe('alarm');
  if (before.kind === 'alarm' && after.kind === 'alarm' && before.level === 'emergency') {
    expect(after.level, changed).toBe('emergency');
  }
}

test.prop([alarm, fc.constantFrom(...GREETINGS)], RUNS)('a greeting hides no alarm', (wording, greeting) => {
  staysAlarm(wording, greeting + wording);
});
test.prop([alarm, fc.constantFrom(...POLITE)], RUNS)(
  'a polite or doubting sentence hides no alarm',
  (wording, polite) => {
    staysAlarm(wording, wording + polite);
  },
);
test.prop([alarm, fc.constantFrom(...QUESTIONS)], RUNS)('a question before it hides no alarm', (wording, question) => {
  staysAlarm(wording, question + wording);
});
test.prop([alarm, fc.constantFrom(...QUESTIONS)], RUNS)('a question after it hides no alarm', (wording, question) => {
  staysAlarm(wording, `${wording}. ${question}`);
});
test.prop([alarm, fc.constantFrom(...EMOJIS), fc.boolean()], RUNS)(
  'an emoji hides no alarm',
  (wording, emoji, before) => {
    staysAlarm(wording, before ? `${emoji} ${wording}` : `${wording} ${emoji}`);
  },
);
test.prop([alarm], RUNS)('capitals and lost punctuation hide no alarm', (wording) => {
  staysAlarm(wording, wording.toUpperCase());
  staysAlarm(wording, wording.replace(/'/gu, '’'));
  staysAlarm(wording, wording.replace(/'/gu, ''));
});
test.prop([alarm, fc.constantFrom(' ', '\n', '\t', '  \n ')], RUNS)('odd spaces hide no alarm', (wording, space) => {
  staysAlarm(wording, `${space}${wording}${space}`);
});
test.prop([fc.string({ unit: 'grapheme', maxLength: 300 })], RUNS)(
  'takes any text, and gives the same twice',
  (text) => {
    expect(screen(normalise(text))).toEqual(screen(normalise(text)));
  },
);

it.each(['', ' ', '?', '🤷', '12345', '20962', "'''", '((((', '...', 'no', 'if'])('says nothing to %j', (text) => {
  expect(screen(normalise(text)).kind).toBe('screened');
});

it('keeps the harmless neighbours of alarm words harmless', () => {
  for (const text of [
    'I am sober',
    'is numbing cream used',
    'my sob story about parking',
    'do I hold my breath for the shot',
  ]) {
    expect(screen(normalise(text)).kind, text).toBe('screened');
  }
});

it('catches slips in alarm words', () => {
  for (const text of [
    'I cant braethe',
    'my tounge is sweling',
    'chset pian',
    'loosing controll of my bladdr',
    'sucidal thougts',
  ]) {
    expect(screen(normalise(text)), text).toMatchObject({ kind: 'alarm', level: 'emergency' });
  }
});

it('reads the language', () => {
  const languageOf = (text: string) => screen(normalise(text)).language;
  expect(languageOf('when can i drive')).toBe('en');
  expect(languageOf('cuando puedo manejar')).toBe('es');
  expect(languageOf('no puedo orinar')).toBe('es');
  expect(languageOf('Когда можно водить машину?')).toBe('other');
  expect(languageOf('wann darf ich wieder Auto fahren')).toBe('other');
  expect(languageOf('20962 recovery')).toBe('en');
});

it('asks whether it is happening where nobody is named', () => {
  expect(screen(normalise('is redness around the site normal'))).toMatchObject({ kind: 'alarm', unsure: true });
  expect(screen(normalise('my leg is still numb, is that common'))).toMatchObject({ kind: 'alarm', unsure: false });
});

it('adds the safety net to a question about risks', () => {
  expect(screen(normalise('what are the chances of an infection at the site'))).toMatchObject({
    kind: 'screened',
    safetyNet: true,
  });
  expect(screen(normalise('what should I wear'))).toMatchObject({ kind: 'screened', safetyNet: false });
});
