import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Reply } from '#core';
import { normalise } from '../src/text/index.ts';
import { createTriage, RULES_ALONE } from '../src/triage/index.ts';
import { createPerson, shippedAssistant, wordsOf } from './support.ts';

const assistant = await shippedAssistant();
const { knowledge } = assistant;
const byRules = createTriage(knowledge.redFlags, RULES_ALONE);
const ask = (text: string, procedure: string | null = null) => createPerson(assistant).types(text, procedure);

it('says when to call where a sign was passed over, also where it asks back', () => {
  const reply = ask('what if my legs go numb, something about clothes');
  expect(reply.kind).toBe('clarify');
  expect(wordsOf(reply)).toContain(knowledge.clinic.emergency_number);
});

it('hands a Spanish question over in Spanish', () => {
  const words = wordsOf(ask('puedo comer antes de la inyeccion'));
  expect(words).toContain(knowledge.clinic.phone);
  expect(words).not.toContain('can help');
});

describe('an alarm', () => {
  it('comes first, alone, with the number, also in the middle of a conversation', () => {
    const person = createPerson(assistant);
    person.types('when can i exercise');
    const reply = person.types('can i ice it, also i cant pee since the shot');
    expect(reply).toMatchObject({ kind: 'escalate', level: 'emergency', lead: [], points: [] });
    expect(wordsOf(reply).split('\n')[0]).toContain(knowledge.clinic.emergency_number);
    expect(wordsOf(reply)).not.toMatch(/\bice\b/iu);
  });

  it('is read to the ends of a very long message, and the reply says that it was cut', () => {
    const long = `${'hello there '.repeat(20_000)} i can't breathe`;
    expect(ask(long)).toMatchObject({ kind: 'escalate', level: 'emergency' });
    expect(wordsOf(ask('blah '.repeat(40_000)))).toContain(knowledge.clinic.emergency_number);
  });

  it.each([
    ['cant feel my leg lol is ice ok', true],
    ['my legs are numb and i cant pee. when can i drive?', true],
    ['i have chest pain, can i shower', true],
    ['i have a fever what do i do', false],
    ['i have chest pain, is that normal', false],
    ['i have chest pain and my arm hurts', false],
  ])('says that another question can wait, after the number: %s', (text, asksMore) => {
    const words = wordsOf(ask(text));
    expect(words.includes('your other question')).toBe(asksMore);
    expect(words.split('\n')[0]).toMatch(/555-|911/u);
  });

  it('stays in the language in which it was told, whatever is pressed', () => {
    const told = () => {
      const person = createPerson(assistant);
      return { person, choices: person.types('dolor de pecho es normal').choices };
    };
    const happening = told();
    const again = wordsOf(happening.person.presses(happening.choices[0]?.id ?? ''));
    expect(again).toMatch(/llame al 911/u);
    expect(again).not.toMatch(/\bCall\b/u);
    const asking = told();
    expect(wordsOf(asking.person.presses(asking.choices[1]?.id ?? ''))).toMatch(/^Gracias.*911/su);
    expect(asking.person.memory()?.alarm).toBeNull();
  });

  it('keeps its level when a button is pressed where nothing is remembered', () => {
    const urgent = ask('is redness around the site normal');
    expect(urgent).toMatchObject({ kind: 'escalate', level: 'urgent' });
    const [happening] = urgent.choices;
    expect(createPerson(assistant).presses(happening?.id ?? '')).toMatchObject({ kind: 'escalate', level: 'urgent' });
  });

  it('has its own words for staff, of the same kind and level', () => {
    const staff = createPerson(assistant, 'staff').types('pt has no feeling in the groin after 20957');
    expect(staff).toMatchObject({ kind: 'escalate', level: 'emergency' });
    expect(wordsOf(staff)).toContain(knowledge.clinic.staff_route);
  });
});

describe('what a rule finds and nothing else speaks for', () => {
  const BILL = 'About fell over when I opened the bill. Is it right for one side';
  const HAPPENING = 'This is happening now';
  const emergency = knowledge.clinic.emergency_number;
  const asks = (reply: Reply) =>
    reply.blocks.some((block) => block.kind === 'safety-net' && block.text.includes(emergency)) &&
    reply.choices[0]?.label === HAPPENING;

  it.for(['patient', 'staff'] as const)('is answered, with both numbers, and one press raises it: %s', (audience) => {
    const person = createPerson(assistant, audience);
    const reply = person.types(BILL);
    expect(reply.kind).not.toBe('escalate');
    expect(wordsOf(reply)).toContain(knowledge.clinic.phone);
    expect(asks(reply)).toBe(true);
    const alarm = person.presses(reply.choices[0]?.id ?? '');
    expect(alarm).toMatchObject({ kind: 'escalate', level: 'urgent', category: 'injury' });
    expect(alarm.choices).toEqual([]);
  });

  it('keeps the level of the rule, also where nothing is remembered', () => {
    const reply = ask('can the numbing medicine give you a seizure? saw that online');
    expect(reply.kind).not.toBe('escalate');
    const pressed = createPerson(assistant).presses(reply.choices[0]?.id ?? '');
    expect(pressed).toMatchObject({ kind: 'escalate', level: 'emergency' });
  });

  it('says when to call below the answer and above its source', () => {
    const kinds = ask('is leg numbness after the injection common').blocks.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'safety-net')).toHaveLength(1);
    expect(kinds.indexOf('safety-net')).toBeGreaterThan(kinds.indexOf('guide'));
    expect(kinds.indexOf('safety-net')).toBeLessThan(kinds.indexOf('source'));
  });

  it('is raised by typing what the choice says, too', () => {
    const person = createPerson(assistant);
    person.types(BILL);
    expect(person.types('This is happening now')).toMatchObject({ kind: 'escalate', level: 'emergency' });
  });

  it('is an alarm after all in a conversation that had one', () => {
    const person = createPerson(assistant);
    person.types('i have chest pain');
    const reply = person.types(BILL);
    expect(reply).toMatchObject({ kind: 'escalate', category: 'injury' });
    expect(reply.choices[0]?.label).toBe(HAPPENING);
  });

  const fires = Object.values(knowledge.redFlags.rules).flatMap((rule) => rule.fires);
  const asked = [...knowledge.questions.values()].flatMap(({ wordings }) => wordings);
  test.prop([fc.constantFrom(...fires), fc.constantFrom(...asked), fc.boolean()], { numRuns: 300 })(
    'beside any question it is raised, or asked for with the numbers',
    (sign, question, first) => {
      const text = first ? `${sign}, ${question}` : `${question}. ${sign}`;
      fc.pre(byRules(normalise(text)).kind === 'alarm');
      const reply = ask(text);
      expect(reply.kind === 'escalate' || asks(reply)).toBe(true);
    },
  );
});
