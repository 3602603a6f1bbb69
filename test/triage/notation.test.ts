import { describe, expect, it } from 'vitest';
import { KnowledgeError } from '../../src/knowledge/index.ts';
import { parseSource } from '../../src/knowledge/read.ts';
import { alarmsSchema, type RedFlags, redFlagsSchema } from '../../src/knowledge/red-flags-schema.ts';
import { normalise } from '../../src/text/index.ts';
import { createTriage, RULES_ALONE } from '../../src/triage/index.ts';
import { alarms, redFlags } from './knowledge.ts';

/** The shipped rules with one rule only. */
function withPattern(pattern: string, words: RedFlags['words'] = {}): (text: string) => boolean {
  const rule = {
    category: 'fever',
    level: 'urgent' as const,
    source: ['S1'],
    patterns: [pattern],
    ignores: [],
    fires: ['x'],
    quiet: [],
  };
  const screen = createTriage(
    {
      ...redFlags,
      words: { ...redFlags.words, ...words },
      rules: { rule },
      combinations: {},
    },
    RULES_ALONE,
  );
  return (text) => screen(normalise(text)).kind === 'alarm';
}

describe('the notation', () => {
  it.each([
    ['toe', 'my toe', 'my toad'],
    ['bleed*', 'it bled or was bleeding', 'blending'],
    ['(pee|pass water) now', 'i pass water now', 'i pass now'],
    ['really? green toe', 'green toe', 'really toe'],
    ['green ... toe', 'green and very sore big toe', 'toe green'],
    ['green + toe', 'the toe is a bit green', 'toe fine. green'],
    ['green & toe', 'toe fine. grass green', 'toe'],
    ['<#100.4-108> degrees', '101 degrees', '99 degrees'],
    ['<colour> toe', 'my toe? a mauve toe', 'my toe'],
  ])('%s finds "%s", not "%s"', (pattern, found, passed) => {
    const fires = withPattern(pattern, { colour: ['mauve', 'pea green'] });
    expect(fires(found)).toBe(true);
    expect(fires(passed)).toBe(false);
  });

  it.each([
    ['(toe', 'without ")"'],
    ['toe)', 'unexpected ")"'],
    ["can't", 'no word'],
    ['<unheard>', 'no word list'],
    ['<#a-b>', 'no number range'],
    ['toe?', 'optional words only'],
    ['toe + ', 'empty part'],
  ])('says what is wrong with %s', (pattern, message) => {
    expect(() => withPattern(pattern)).toThrow(message);
  });

  it('makes a bad pattern a fault of the knowledge, with its file and what to do', () => {
    expect(() => withPattern('(toe')).toThrow(KnowledgeError);
    expect(() => withPattern('(toe')).toThrow(/^red-flags\.yaml: pattern "\(toe": .*; correct it/mu);
  });

  it('refuses a list that contains itself', () => {
    expect(() => withPattern('<ring>', { ring: ['a <ring>'] })).toThrow('contains itself');
  });
});

describe('the files', () => {
  const faultsOf = (value: unknown, schema: typeof redFlagsSchema | typeof alarmsSchema) =>
    parseSource('file.yaml', JSON.stringify(value), schema)
      .faults.map(({ what }) => what)
      .join('\n');
  it('refuse what is missing or unknown', () => {
    expect(faultsOf({ ...redFlags, owner: '' }, redFlagsSchema)).toContain('owner');
    expect(faultsOf({ ...redFlags, extra: 1 }, redFlagsSchema)).toContain('extra');
    const [id = '', rule] = Object.entries(redFlags.rules)[0] ?? [];
    expect(faultsOf({ ...redFlags, rules: { [id]: { ...rule, fires: [] } } }, redFlagsSchema)).toContain('fires');
    expect(faultsOf({ ...redFlags, rules: { [id]: { ...rule, level: 'high' } } }, redFlagsSchema)).toContain('level');
    expect(faultsOf({ ...alarms, later: undefined }, alarmsSchema)).toContain('later');
  });
});
