import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { mistype } from '../../bench/mistype.ts';
import { normalise } from '../../src/text/index.ts';
import { createTriage } from '../../src/triage/index.ts';
import { redFlags } from './knowledge.ts';

interface Label {
  readonly id: string;
  readonly text: string;
  readonly alarm: boolean;
}

const screen = createTriage(redFlags);
const labels = readFileSync('bench/sets/alarms-tune.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line): Label => JSON.parse(line));
const share = (alarm: boolean, change: (label: Label) => string) => {
  const some = labels.filter((label) => label.alarm === alarm);
  return some.filter((label) => screen(normalise(change(label))).kind === 'alarm').length / some.length;
};

it('catches what it caught before on the tuning set', () => {
  expect(share(true, ({ text }) => text)).toBeGreaterThanOrEqual(0.98);
  expect(share(false, ({ text }) => text)).toBeLessThanOrEqual(0.02);
});

it('does so with a typing error in every line', () => {
  expect(share(true, ({ text, id }) => mistype(text, id))).toBeGreaterThanOrEqual(0.97);
  expect(share(false, ({ text, id }) => mistype(text, id))).toBeLessThanOrEqual(0.05);
});
