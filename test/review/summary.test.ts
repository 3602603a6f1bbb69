import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { changesBetween, digestOf, percentOf, standingOf, summarise, toPatch, type View } from '#core';
import { count } from '../adapters/desk/open-desk.ts';
import { shippedAssistant } from '../support.ts';

const [FROM, TO] = ['2026-01-05', '2026-01-11'];

describe('a summary', () => {
  it('ranks what was asked, in vain and in which words, and has a row for every day', async () => {
    const { knowledge } = await shippedAssistant();
    const counts = [
      count({ day: FROM, about: 'recovery/ice', times: 2 }),
      count({ day: TO, about: 'recovery/ice', channel: 'slack', times: 3 }),
      count({ day: TO, about: 'relief-duration', kind: 'abstain', times: 7 }),
      count({ day: TO, about: 'relief-onset', kind: 'abstain', times: 8 }),
      count({ day: TO, about: 'recovery/ice', what: 'chosen' }),
      count({ day: TO, about: 'recovery/ice', what: 'down', times: 2 }),
      count({ day: TO, about: 'recovery/ice', what: 'up', times: 5 }),
      count({ day: TO, kind: 'escalate', level: 'urgent', category: 'fever', times: 4 }),
    ];
    const { replies, kinds, asked, gaps, chosen, thumbs, alarms, days } = summarise(counts, knowledge, FROM, TO);
    expect(replies).toBe(24);
    expect(kinds).toEqual({ answer: 5, clarify: 0, escalate: 4, abstain: 15, help: 0 });
    expect(asked).toEqual([{ id: 'recovery/ice', times: 5 }]);
    expect(gaps.map(({ id }) => id)).toEqual(['relief-onset', 'relief-duration']);
    expect(chosen).toEqual([{ id: 'recovery/ice', times: 1 }]);
    expect(thumbs).toEqual([{ id: 'recovery/ice', times: 2, up: 5 }]);
    expect(alarms).toEqual([{ id: 'fever, urgent', times: 4 }]);
    expect(days).toHaveLength(7);
    expect(days[1]).toEqual({ day: '2026-01-06', replies: 0, kinds: expect.objectContaining({ answer: 0 }) });
    expect([percentOf(1, 3), percentOf(0, 0)]).toEqual(['33%', '-']);
  });

  it('as a digest is short, names the version, and says what is due', async () => {
    const { knowledge } = await shippedAssistant();
    const gaps = [...knowledge.gaps.keys()].slice(0, 9);
    const counts = gaps.map((about) => count({ day: TO, about, kind: 'abstain' }));
    const text = digestOf(summarise(counts, knowledge, FROM, TO), knowledge, { from: FROM, to: TO, newWords: 3 });
    expect(text).toContain('9 replies: 0% answered, 100% not answered');
    expect(text.match(/^- /gmu)).toHaveLength(5);
    for (const part of [knowledge.version, 'look at: 3', /\d+ waiting/u]) expect(text).toMatch(part);
  });

  it.for([
    [{ state: 'approved', next: '2026-01-10' }, 'overdue'],
    [{ state: 'approved', next: '2026-01-11' }, 'approved'],
    [{ state: 'disputed', next: '2026-01-10' }, 'overdue'],
    [{ state: 'disputed' }, 'disputed'],
    [{ state: 'needs-billing' }, 'waiting'],
  ] as const)('knows where a review stands: %o', ([review, standing]) => {
    expect(standingOf(review, TO)).toBe(standing);
  });
});

describe('a comparison of replies', () => {
  it('puts alarms first, and leaves out what stays the same', () => {
    const view: View = { kind: 'answer', level: null, lead: ['a'], points: ['a'], text: 'A' };
    const changed: readonly [string, Partial<View>][] = [
      ['words', { text: 'B' }],
      ['lead', { lead: ['b'] }],
      ['kind', { kind: 'abstain' }],
      ['alarm', { kind: 'escalate', level: 'urgent' }],
      ['same', {}],
    ];
    const questions = changed.map(([question]) => question);
    const changes = changesBetween(
      questions,
      Array(5).fill(view),
      changed.map(([, part]) => ({ ...view, ...part })),
    );
    expect(changes.map(({ question, what }) => `${question}: ${what}`)).toEqual([
      'alarm: 1 alarm',
      'kind: 2 kind',
      'lead: 3 answer',
      'words: 4 words',
    ]);
  });
});

describe('a patch', () => {
  const text = fc.array(fc.constantFrom('a\n', 'b\n', '\n', 'c'), { maxLength: 12 }).map((parts) => parts.join(''));
  test.prop([text, text])('says what it takes away and adds, in the numbers of its head', (before, after) => {
    const patch = toPatch('x.yaml', before, after);
    expect(patch === '').toBe(before === after);
    if (patch === '') return;
    const [, old, now] = /@@ -\d+,(\d+) \+\d+,(\d+) @@/u.exec(patch) ?? [];
    const lines = patch.split('\n').slice(3);
    const of = (marks: RegExp) => lines.filter((line) => marks.test(line)).length;
    expect([of(/^[ -]/u), of(/^[ +]/u)]).toEqual([Number(old), Number(now)]);
  });
});
