import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLabels } from '../../bench/labels.ts';
import { judge, type Verdict } from '../../bench/score.ts';
import { shippedAssistant } from '../support.ts';

/**
 * Floors under the figures of docs/evaluation.md, a little below what was reached: a change that falls through one is a step back.
 * The report set is measured, never looked at; the tuning sets are hard on purpose and have been read.
 */
const FLOORS = {
  'questions-tune': { correct: 0.8, helped: 0.87, wrong: 0.02, missed: 0 },
  'questions-tune-2': { correct: 0.86, helped: 0.9, wrong: 0.02, missed: 0 },
  'questions-tune-3': { correct: 0.86, helped: 0.9, wrong: 0.02, missed: 0 },
  'questions-tune-4': { correct: 0.8, helped: 0.85, wrong: 0.025, missed: 0 },
  'questions-tune-5': { correct: 0.82, helped: 0.86, wrong: 0.025, missed: 0 },
  'questions-tune-6': { correct: 0.85, helped: 0.92, wrong: 0.02, missed: 0 },
  'questions-tune-7': { correct: 0.78, helped: 0.88, wrong: 0.025, missed: 0 },
  'questions-tune-8': { correct: 0.81, helped: 0.9, wrong: 0.02, missed: 0 },
  'questions-tune-9': { correct: 0.85, helped: 0.9, wrong: 0.025, missed: 0 },
  'questions-report': { correct: 0.76, helped: 0.88, wrong: 0.015, missed: 0 },
} as const;

describe.for(Object.entries(FLOORS))('%s', ([name, floor]) => {
  it('stays above its floor', async () => {
    const assistant = await shippedAssistant();
    const factIds = [...assistant.knowledge.facts.keys()];
    const rows = readLabels(join(import.meta.dirname, `../../bench/sets/${name}.jsonl`)).map((label) => {
      const { reply } = assistant.reply({
        input: { text: label.text },
        conversation: null,
        now: 0,
        audience: 'patient',
        procedure: null,
      });
      return judge(label, reply, factIds).verdict;
    });
    const count = (verdict: Verdict) => rows.filter((row) => row === verdict).length;
    expect(count('correct') / rows.length).toBeGreaterThanOrEqual(floor.correct);
    expect((count('correct') + count('assisted')) / rows.length).toBeGreaterThanOrEqual(floor.helped);
    expect(count('wrong') / rows.length).toBeLessThanOrEqual(floor.wrong);
    expect(count('missed')).toBeLessThanOrEqual(floor.missed);
  }, 30_000);
});
