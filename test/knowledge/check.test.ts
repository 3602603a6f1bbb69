import { describe, expect, it } from 'vitest';
import { createAssistant, type Knowledge, loadKnowledge } from '#core';
import { gradeOf } from '../../tools/checks/grade.ts';
import { checkKnowledge, checkTexts, checkWordings, type Finding } from '../../tools/checks/index.ts';
import { KNOWLEDGE, shippedAssistant } from '../support.ts';

const TODAY = '2026-01-15';
const toText = (findings: readonly Finding[]) => findings.map(({ about, what }) => `${about}: ${what}`).join('\n');

const SPOILT: readonly (readonly [string, (knowledge: Knowledge) => Knowledge, RegExp])[] = [
  [
    'a fact that no question leads to',
    (k) => ({ ...k, questions: new Map([...k.questions].filter(([id]) => id !== 'recovery/monitoring')) }),
    /recovery\/monitoring: no question/u,
  ],
  [
    'a fact that compare.yaml lacks',
    (k) => ({ ...k, relationOf: new Map([...k.relationOf].slice(1)) }),
    /compare\.yaml lacks/u,
  ],
  [
    'a caution bound to nothing',
    (k) => ({
      ...k,
      cautions: new Map(
        [...k.cautions].map(([name, one]) => [name, name === 'heat' ? { ...one, required_on: [] } : one]),
      ),
    }),
    /caution heat: is bound to nothing/u,
  ],
  [
    'an overdue review',
    (k) => changeFirst(k, { review: { state: 'approved', by: 'A', on: '2024-01-01', next: '2025-01-01' } }),
    /due on 2025-01-01/u,
  ],
  ['an approval without a name', (k) => changeFirst(k, { review: { state: 'approved' } }), /by whom/u],
  [
    'a text above its grade',
    (k) => changeFirst(k, { text: 'Contraindicated anticoagulation necessitates interdisciplinary consideration.' }),
    /reads at grade/u,
  ],
];

describe('knowledge:check', () => {
  it('finds no error in the shipped knowledge', async () => {
    const findings = checkKnowledge(await shippedAssistant(), gradeOf, TODAY);
    expect(toText(findings.filter((finding) => finding.level === 'error'))).toBe('');
  }, 60_000);

  it.for(SPOILT)('finds %s', async ([, change, expected]) => {
    const knowledge = await loadKnowledge(KNOWLEDGE);
    expect(toText(checkTexts(knowledge, gradeOf, TODAY))).not.toMatch(expected);
    expect(toText(checkTexts(change(knowledge), gradeOf, TODAY))).toMatch(expected);
  });

  it('finds a wording that two entries claim', async () => {
    const knowledge = await loadKnowledge(KNOWLEDGE);
    const heat = knowledge.questions.get('home-care/heat');
    const onset = knowledge.gaps.get('relief-onset');
    if (heat === undefined || onset === undefined) throw new Error('the entries have other names now');
    const two = {
      ...knowledge,
      questions: new Map([[heat.id, heat]]),
      gaps: new Map([['relief-onset', { ...onset, wordings: ['heating pad ok'] }]]),
    };
    expect(toText(checkWordings(createAssistant(two)))).toMatch(/relief-onset: "heating pad ok" is understood as/u);
  });
});

describe('the reading grade', () => {
  it.for([
    ['Put ice on it. It may help.', 0, 2],
    ['Contraindicated anticoagulation necessitates interdisciplinary consideration.', 20, 60],
  ] as const)('of "%s" is about right', ([text, low, high]) => {
    expect(gradeOf(text, new Set())).toBeGreaterThan(low - 4);
    expect(gradeOf(text, new Set())).toBeLessThan(high);
  });

  it('counts an explained term as two syllables', () => {
    const text = 'The acupuncture may help you.';
    expect(gradeOf(text, new Set(['acupuncture']))).toBeLessThan(gradeOf(text, new Set()));
  });
});

function changeFirst(knowledge: Knowledge, change: object): Knowledge {
  const [first, ...rest] = [...knowledge.facts];
  return first === undefined
    ? knowledge
    : { ...knowledge, facts: new Map([[first[0], { ...first[1], ...change }], ...rest]) };
}
