import { describe, expect, it } from 'vitest';
import type { Reply } from '#core';
import { createPerson, shippedAssistant } from './support.ts';

const assistant = await shippedAssistant();
const { knowledge } = assistant;
const [A, B] = [...knowledge.guides.keys()].sort() as [string, string];
const ask = (text: string, procedure: string | null = null) => createPerson(assistant).types(text, procedure);
const points = (reply: Reply) => reply.points.map((id) => id.split('/').slice(1).join('/'));

describe('the quick check', () => {
  it('shows all facts over both guides and all topic names', () => {
    const shown = new Set(
      [...knowledge.guides.keys()].flatMap((id) =>
        [...knowledge.topics.keys()].flatMap((topic) => ask(`${id} ${topic.replaceAll('-', ' ')}`).points),
      ),
    );
    expect(shown).toEqual(new Set(knowledge.facts.keys()));
  });

  it('leads with the first fact of the topic for each guide shown', () => {
    expect(ask('recovery').lead).toEqual([`${A}/recovery/rest`, `${B}/recovery/rest`]);
    expect(ask(`recovery ${A}`)).toMatchObject({ procedure: A, lead: [`${A}/recovery/rest`] });
    expect(new Set(points(ask('side effects')).map((spot) => spot.split('/')[0]))).toEqual(
      new Set(['complications', 'side-effects']),
    );
  });

  it('compares', () => {
    const all = ask('compare');
    expect(all.points.every((id) => knowledge.relationOf.get(id)?.relation !== 'same')).toBe(true);
    expect(all.points.length).toBeGreaterThan(20);
    expect(new Set(ask('compare recovery').points.map((id) => id.split('/')[0])).size).toBe(2);
  });

  it('opens a guide with its topics as choices', () => {
    const reply = ask(A);
    expect(reply.choices.length).toBeGreaterThan(15);
    const person = createPerson(assistant);
    const choice = person.types(A).choices.find((one) => one.label === knowledge.topics.get('recovery')?.title);
    expect(person.presses(choice?.id ?? '').points).toContain(`${A}/recovery/strenuous-activity`);
  });
});
