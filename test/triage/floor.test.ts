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

/** Wordings by the author of the rules, under "# category level" or "# class". */
function readWordings(name: string): { readonly heading: string; readonly text: string }[] {
  let heading = '';
  return readFileSync(`test/triage/wordings/${name}.txt`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('# ')) heading = line.slice(2);
      return line === '' || line.startsWith('# ') ? [] : [{ heading, text: line }];
    });
}

it('catches nearly all of its own wordings, at the right level', () => {
  const wordings = readWordings('alarms');
  const caught = wordings.filter(({ heading, text }) => {
    const found = screen(normalise(text));
    return found.kind === 'alarm' && (found.level === 'emergency' || heading.endsWith('urgent'));
  });
  expect(wordings.length).toBeGreaterThan(1_000);
  expect(caught.length / wordings.length).toBeGreaterThanOrEqual(0.975);
});

it('stays quiet on its own look-alikes', () => {
  const wordings = readWordings('harmless');
  const raised = wordings.filter(({ text }) => screen(normalise(text)).kind === 'alarm');
  expect(wordings.length).toBeGreaterThan(400);
  expect(raised.length / wordings.length).toBeLessThanOrEqual(0.015);
});
