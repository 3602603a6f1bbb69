import { describe, expect, it } from 'vitest';
import type { Reply } from '#core';
import { readLabels } from '../bench/labels.ts';
import { createPerson, shippedAssistant, wordsOf } from './support.ts';

const assistant = await shippedAssistant();
const ask = (text: string) => createPerson(assistant).types(text);
const points = (reply: Reply) => reply.points.map((id) => id.split('/').slice(1).join('/'));

describe('a question', () => {
  it('means the same whatever the word for a thing, and whichever guide is named', () => {
    for (const text of ['can i hoover after the injection', 'can i vacuum after my facet jab'])
      expect(points(ask(text)), text).toContain('recovery/strenuous-activity');
  });

  it('that asks two things with one beginning gets one answer, and the other is named as not answered', () => {
    const reply = ask('can i ice the swelling and drive');
    expect(points(reply)).toContain('recovery/ice');
    expect(wordsOf(reply)).toMatch(/do not say anything about when driving is fine/u);
  });

  it('about a matter that nothing knows is not answered, however much it is asked like ours', () => {
    for (const text of [
      'what are the side effects of glockenspiel',
      'how much does pyrography cost',
      'what causes lumps',
    ])
      expect(ask(text).kind, text).not.toBe('answer');
  });

  it('in the very words of a gap is that gap', () => {
    const [name, gap] = [...assistant.knowledge.gaps].find(([id]) => id === 'relief-duration') ?? [];
    expect(name).toBe('relief-duration');
    for (const wording of gap?.wordings ?? []) expect(ask(wording).kind, wording).not.toBe('answer');
  });
});

describe('an offer', () => {
  it('holds at most three topics, and each press leads to an answer about its own', () => {
    const topicOf = (fact: string) => fact.split('/')[1];
    const offers = readLabels('bench/sets/questions-tune.jsonl').flatMap(({ text }) => {
      const person = createPerson(assistant);
      const reply = person.types(text);
      return reply.kind === 'clarify'
        ? [{ person, choices: reply.choices.filter(({ facts }) => facts.length > 0) }]
        : [];
    });
    expect(offers.length).toBeGreaterThan(20);
    for (const { person, choices } of offers) {
      expect(choices.length).toBeGreaterThan(0);
      expect(new Set(choices.flatMap(({ facts }) => facts.map(topicOf))).size).toBeLessThanOrEqual(3);
      for (const { id, facts, label } of choices) {
        const pressed = person.presses(id);
        expect(pressed.kind, label).toBe('answer');
        expect(pressed.lead.map(topicOf), label).toEqual(facts.map(topicOf));
      }
    }
  });
});
