import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/text/index.ts';
import { createTriage, RULES_ALONE } from '../../src/triage/index.ts';
import { redFlags } from './knowledge.ts';

const screen = createTriage(redFlags);
/** A rule's own wordings must be found by the rules, not by the second look. */
const byRules = createTriage(redFlags, RULES_ALONE);
const rules = Object.entries({ ...redFlags.rules, ...redFlags.combinations });

describe.each(rules)('%s', (_, { level, fires, quiet }) => {
  it.each(fires)('fires: %s', (wording) => {
    const found = byRules(normalise(wording));
    expect(found.kind).toBe('alarm');
    if (level === 'emergency' && found.kind === 'alarm') expect(found.level).toBe('emergency');
  });
  it.each(quiet)('stays quiet: %s', (wording) => {
    expect(screen(normalise(wording))).toMatchObject({ kind: 'screened' });
  });
});

describe.each(Object.entries(redFlags.quiet))('harmless, %s', (_, wordings) => {
  it.each(wordings)('%s', (wording) => {
    expect(screen(normalise(wording))).toMatchObject({ kind: 'screened' });
  });
});

it('names a source that the list of sources has', () => {
  for (const [id, { source }] of rules) for (const mark of source) expect(redFlags.sources, id).toHaveProperty(mark);
});

it('has no pattern twice in a rule', () => {
  for (const [id, { patterns }] of Object.entries(redFlags.rules)) expect(patterns, id).toEqual([...new Set(patterns)]);
});

it('names only filters, rules, categories and signs that exist', () => {
  const categories = rules.map(([, { category }]) => category);
  const known = new Set([...Object.keys(redFlags.rules), ...Object.keys(redFlags.signs), ...categories]);
  for (const [id, { spares, only }] of Object.entries(redFlags.filters)) {
    for (const name of [...spares, ...only]) expect(known, `${id}: ${name}`).toContain(name);
  }
  for (const [id, { of }] of Object.entries(redFlags.combinations)) {
    for (const name of of.flat()) expect(known, `${id}: ${name}`).toContain(name);
  }
  for (const [id, { ignores }] of Object.entries(redFlags.rules)) {
    for (const name of ignores) expect(redFlags.filters, id).toHaveProperty(name);
  }
});
