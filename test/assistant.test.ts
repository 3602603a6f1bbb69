import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { MEMORY_MS, type Reply, toPlainText } from '#core';
import { createPerson, shippedAssistant, wordsOf } from './support.ts';

const assistant = await shippedAssistant();
const { knowledge } = assistant;
const [A, B] = [...knowledge.guides.keys()].sort() as [string, string];
const nameOf = (id: string) => knowledge.guides.get(id)?.name ?? '';
const ask = (text: string, procedure: string | null = null) => createPerson(assistant).types(text, procedure);
const points = (reply: Reply) => reply.points.map((id) => id.split('/').slice(1).join('/'));

describe('an answer', () => {
  it('shows both guides side by side where they differ, each named, with its own number', () => {
    const reply = ask('when can i exercise again');
    const text = wordsOf(reply);
    expect(reply.kind).toBe('answer');
    expect(new Set(reply.lead.map((id) => id.split('/')[0])).size).toBe(2);
    expect(text).toMatch(new RegExp(`${nameOf(A)}: .*48 hours`, 'u'));
    expect(text).toMatch(new RegExp(`${nameOf(B)}: .*24 hours`, 'u'));
    expect(reply.choices).toHaveLength(3);
  });

  it('is said once where the guides agree', () => {
    const reply = ask('should i rest after the injection');
    expect(reply.blocks.filter((block) => block.kind === 'guide')).toHaveLength(1);
    expect(reply.lead).toHaveLength(2);
  });

  it('states the named guide alone', () => {
    for (const [text, id, number] of [
      [`when can i exercise, ${A}`, A, '48'],
      ['when can i work out after the facet shot', B, '24'],
      ['gym after si joint injection with fluoroscopy', A, '48'],
    ] as const) {
      const reply = ask(text);
      expect(reply.procedure, text).toBe(id);
      expect(wordsOf(reply), text).toContain(`${number} hours`);
      expect(wordsOf(reply), text).not.toContain(number === '48' ? '24 hours' : '48 hours');
    }
  });

  it('lets a guide in the text beat the option, and the option beat memory', () => {
    expect(ask(`recovery after ${B}`, A).procedure).toBe(B);
    const person = createPerson(assistant);
    person.types(`can i eat before ${B}`);
    expect(person.types('when can i exercise', A).procedure).toBe(A);
  });

  it('says that only one guide speaks of it, and never lends its fact to the other', () => {
    const open = ask('how long does the procedure take');
    expect(open.points.every((id) => id.startsWith(A))).toBe(true);
    expect(wordsOf(open)).toContain('The other guide does not');
    const named = ask('how long does the facet injection take');
    expect(named).toMatchObject({ kind: 'abstain', lead: [], points: [], procedure: B });
    expect(wordsOf(named)).not.toContain('30 minutes');
  });

  it('never shows a fact without its cautions', () => {
    for (const [text, caution] of [
      ['do i need to stop my blood thinner', 'blood-thinners'],
      ['how much does it cost', 'not-a-quote'],
      ['what is the cpt code', 'code-mismatch'],
      ['can i eat before', 'food'],
      ['can i use a heating pad', 'heat'],
    ] as const) {
      const reply = ask(text);
      expect(reply.kind, text).toBe('answer');
      expect(wordsOf(reply), text).toContain(knowledge.cautions.get(caution)?.text);
    }
  });

  it('carries no safety net where nothing speaks of a sign', () => {
    expect(ask('What is a facet joint injection?').blocks.map(({ kind }) => kind)).not.toContain('safety-net');
    expect(ask('Is it true that numb legs can happen?').blocks.map(({ kind }) => kind)).toContain('safety-net');
  });

  it('carries the safety net with recovery and risks, once', () => {
    for (const text of ['what are the risks', 'aftercare instructions', 'what should i do if i get a side effect']) {
      expect(
        ask(text).blocks.filter((block) => block.kind === 'safety-net'),
        text,
      ).toHaveLength(1);
    }
    expect(ask('what should i wear').blocks.some((block) => block.kind === 'safety-net')).toBe(false);
  });

  it('names its source and that the clinic has not signed it', () => {
    expect(wordsOf(ask('can i put ice on it'))).toMatch(/Source: both guides, .*Not yet reviewed by the clinic/u);
  });

  it('is short: a patient reads at most 120 words for one fact', () => {
    const long = [...knowledge.questions.values()]
      .filter(
        (question) =>
          !question.whole &&
          question.also.length === 0 &&
          new Set(question.answer.map((spot) => spot.split('/')[0])).size === 1,
      )
      .flatMap((question) => {
        const { reply } = assistant.reply({
          input: { choice: `${knowledge.version}|q||${question.id}` },
          conversation: null,
          now: 0,
          audience: 'patient',
          procedure: null,
        });
        const words = wordsOf(reply).split(/\s+/u).length;
        return words > 120 ? [`${question.id} ${words}`] : [];
      });
    expect(long).toEqual([]);
  });

  it('answers both of two questions', () => {
    const reply = ask('how much does it cost? and what should i wear?');
    expect(points(reply)).toEqual(expect.arrayContaining(['cost/price', 'preparation/clothing']));
    expect(reply.lead.every((id) => id.includes('/cost/'))).toBe(true);
  });

  it('names the gap beside what it answers', () => {
    const reply = ask('does the shot hurt? can i take a shower after?');
    expect(reply.kind).toBe('answer');
    expect(wordsOf(reply)).toMatch(/do not say anything about .*shower/u);
  });
});

describe('not answering', () => {
  it.for([
    ['how long will the relief last', /how long/u],
    ['can i drink wine after the shot', /alcohol/u],
    ['what is a medial branch block', /medial branch block/u],
  ] as const)('names the gap: %s', ([text, named]) => {
    const reply = ask(text);
    expect(reply).toMatchObject({ kind: 'abstain', lead: [], points: [] });
    expect(wordsOf(reply)).toMatch(named);
    expect(wordsOf(reply)).toContain(knowledge.clinic.phone);
  });

  it('corrects no digit: a number that is no guide is refused, with the guides that there are', () => {
    const reply = ask('what is 20956');
    expect(reply.kind).toBe('abstain');
    expect(wordsOf(reply)).toContain('20956');
    expect(wordsOf(reply)).toContain(nameOf(A));
  });

  it.for([
    'how do i reset my router',
    'What are the complications of gout',
    'can my dog have carprofen',
    'How to prevent malaria',
    'whats a good mortgage rate',
    'how long after a tooth extraction can i exercise',
  ])('leaves other matters alone: %s', (text) => {
    expect(ask(text).kind).toBe('abstain');
  });

  it('answers small talk, and who it is', () => {
    for (const text of ['hi', 'thank you', 'are you a nurse?', 'can i talk to a human', '', '😀😀', '...'])
      expect(ask(text).kind, text).toBe('help');
    expect(wordsOf(ask('are you a real nurse'))).toContain('automated program');
    expect(wordsOf(ask('talk to a person'))).toContain(knowledge.clinic.phone);
  });
});

describe('a conversation', () => {
  it('remembers the guide and says so', () => {
    const person = createPerson(assistant);
    person.types('how do i prepare for the facet injection');
    const reply = person.types('and can i ice it?');
    expect(reply.procedure).toBe(B);
    expect(wordsOf(reply)).toContain(`${nameOf(B)}, as before`);
  });

  it('asks the last question again for another guide', () => {
    const person = createPerson(assistant);
    person.types('when can i exercise after the facet shot');
    expect(wordsOf(person.types('and the other one?'))).toContain('48 hours');
    expect(wordsOf(person.types('what about the facet one'))).toContain('24 hours');
  });

  it('forgets after 30 minutes', () => {
    let now = 0;
    const person = createPerson(assistant, 'patient', () => now);
    person.types('how do i prepare for the facet injection');
    now = MEMORY_MS + 1;
    expect(person.types('can i ice it').procedure).toBeNull();
  });

  it('takes "mine is ..." and "I am not sure"', () => {
    const person = createPerson(assistant);
    const [mine, , unsure] = person.types('when can i exercise').choices;
    expect(wordsOf(person.presses(unsure?.id ?? ''))).toContain('Ask the clinic');
    const reply = person.presses(mine?.id ?? '');
    expect(reply.procedure).toBe(A);
    expect(person.types('can i eat before').procedure).toBe(A);
  });

  it('gives a stale or strange choice a reply', () => {
    const person = createPerson(assistant);
    for (const id of ['', 'x', `${knowledge.version}|q||no/such`, 'old|t||no-such-topic', '|||', 'a'.repeat(500)]) {
      expect(toPlainText(person.presses(id)).length, id).toBeGreaterThan(20);
    }
    expect(person.presses(`000000000000|q||recovery/ice`).lead).toHaveLength(2);
  });

  it('keeps ids only: nothing that was typed is in its memory', () => {
    const person = createPerson(assistant);
    person.types('my name is Quentin Zebra and i want to know when can i exercise');
    expect(JSON.stringify(person.memory())).not.toMatch(/quentin|zebra/iu);
  });
});

describe('any input', () => {
  test.prop(
    [
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc
          .array(fc.constantFrom('can', 'i', 'ice', A, 'compare', 'facet', '?', 'not', '\u202e', 'recovery', '😀'), {
            maxLength: 12,
          })
          .map((words) => words.join(' ')),
      ),
    ],
    { numRuns: 300 },
  )('gets a reply, the same each time, complete in plain text', (text) => {
    const reply = ask(text);
    expect(toPlainText(reply).trim()).not.toBe('');
    expect(ask(text)).toEqual(reply);
    for (const choice of reply.choices) expect(choice.id.length).toBeLessThanOrEqual(100);
    if (reply.kind !== 'answer') expect(reply.lead).toEqual([]);
  });

  it('of hundreds of thousands of characters takes bounded time', () => {
    for (const text of [
      'a'.repeat(200_000),
      'can i ice it '.repeat(20_000),
      '('.repeat(200_000),
      '\u202e'.repeat(200_000),
      '9 '.repeat(100_000),
    ]) {
      expect(toPlainText(ask(text)).length).toBeGreaterThan(10);
    }
  }, 20_000);
});
