import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addItems, entriesOf, locate, setValue } from '#core';
import { KNOWLEDGE, shippedAssistant } from '../support.ts';

const FILE = `# top
a:
  # above
  review: {state: x} # beside
  list:
    - one # first
    - "two"
  block:
    review:
      state: x
      by: y

b: [p, q]
`;

describe('an edit in place', () => {
  it('changes one value and leaves every other character', () => {
    const edited = setValue(FILE, ['a', 'review'], { state: 'approved', by: 'Ann Lee, RN: 100%' });
    expect(edited).toBe(FILE.replace('{state: x} #', '{state: approved, by: "Ann Lee, RN: 100%"} #'));
    expect(setValue(FILE, ['a', 'block', 'review'], { state: 'z' })).toBe(
      FILE.replace('review:\n      state: x\n      by: y', 'review: {state: z}'),
    );
  });

  it('adds a key where there was none, and items to either form of a list', () => {
    expect(parse(setValue(FILE, ['a', 'new'], 'text') ?? '').a.new).toBe('text');
    expect(addItems(FILE, ['a', 'list'], ['three: 3'])).toBe(FILE.replace('"two"\n', '"two"\n    - "three: 3"\n'));
    expect(addItems(FILE, ['b'], ['r'])).toBe(FILE.replace('[p, q]', '[p, q, r]'));
  });

  it('says no where there is nothing to edit', () => {
    expect(setValue(FILE, ['no', 'such'], 1)).toBeNull();
    expect(addItems(FILE, ['no'], ['x'])).toBeNull();
  });

  test.prop([fc.string({ unit: 'grapheme', minLength: 1 })])('keeps any text as it was given', (text) => {
    expect(parse(setValue(FILE, ['a', 'review'], text) ?? '').a.review).toBe(text);
    expect(parse(addItems(FILE, ['a', 'list'], [text]) ?? '').a.list).toEqual(['one', 'two', text]);
  });
});

describe('the place of an entry', () => {
  it('is found for every fact, caution, gap and question of the knowledge', async () => {
    const { knowledge } = await shippedAssistant();
    const some = [
      ...entriesOf(knowledge)
        .filter((_, index) => index % 12 === 0)
        .map(({ id }) => id),
      ...[...knowledge.questions.keys()].filter((_, index) => index % 25 === 0),
      ...[...knowledge.gaps.keys()].slice(0, 3),
    ];
    for (const id of some) expect(await locate(KNOWLEDGE, id), id).not.toBeNull();
    const place = await locate(KNOWLEDGE, some[0] ?? '');
    expect(await readFile(join(KNOWLEDGE, place?.file ?? ''), 'utf8')).toContain(`id: "${some[0]?.split('/')[0]}"`);
  });

  it.for(['', 'nope', 'a/b', 'a/b/c', 'a/b/c/d', '../clinic', 'cautions/nope', 'recovery/nope', '__proto__'])(
    'is none for "%s"',
    async (id) => expect(await locate(KNOWLEDGE, id)).toBeNull(),
  );
});
