import { expect, it } from 'vitest';
import { normalise } from '../../src/text/index.ts';
import { createTriage } from '../../src/triage/index.ts';
import { redFlags } from './knowledge.ts';

const screen = createTriage(redFlags);

it('reads a million characters and finds the alarm at either end', () => {
  const filler = 'when can i drive again '.repeat(45_000);
  expect(screen(normalise(`my chest hurts. ${filler}`)).kind).toBe('alarm');
  expect(screen(normalise(`${filler}. my chest hurts`)).kind).toBe('alarm');
});
