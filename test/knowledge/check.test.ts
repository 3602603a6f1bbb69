import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAssistant, type Knowledge } from '#core';
import { gradeOf } from '../../tools/checks/grade.ts';
import { checkKnowledge, checkTexts, checkWordings, type Finding, toReport } from '../../tools/checks/index.ts';
import { copyOfKnowledge, shippedAssistant } from '../support.ts';
import { edit } from './edit.ts';

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
    /heat: is bound to nothing/u,
  ],
  [
    'a caution required on what is no fact',
    (k) => ({
      ...k,
      cautions: new Map(
        [...k.cautions].map(([name, one]) => [name, { ...one, required_on: [...one.required_on, '*/no/fact'] }]),
      ),
    }),
    /heat: is required on "\*\/no\/fact", which fits no fact/u,
  ],
  [
    'an alarm that is hard to read',
    (k) => ({
      ...k,
      alarms: {
        ...k.alarms,
        otherwise: {
          ...k.alarms.otherwise,
          understood: { english: 'unanticipated neurological deterioration', spanish: 'x' },
        },
        categories: {},
      },
    }),
    /alarm fever \(urgent\): reads at grade/u,
  ],
  [
    'an overdue review',
    (k) => changeFirst(k, { review: { state: 'approved', by: 'A', on: '2024-01-01', next: '2025-01-01' } }),
    /due on 2025-01-01/u,
  ],
  ['an approval without a name', (k) => changeFirst(k, { review: { state: 'approved' } }), /by whom/u],
  ['a fact that is too long', (k) => changeFirst(k, { text: 'It may help. '.repeat(9) }), /longer than 25 words/u],
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

  it('finds nothing of what follows in the shipped knowledge', async () => {
    const { knowledge } = await shippedAssistant();
    const found = toText(checkTexts(knowledge, gradeOf, TODAY));
    for (const [what, , expected] of SPOILT) expect(found, what).not.toMatch(expected);
  });

  it.for(SPOILT)('finds %s', async ([, change, expected]) => {
    const { knowledge } = await shippedAssistant();
    expect(toText(checkTexts(change(knowledge), gradeOf, TODAY))).toMatch(expected);
  });

  it('measures no reading grade where the packages are missing', async () => {
    const { knowledge } = await shippedAssistant();
    const hard = changeFirst(knowledge, { text: 'Contraindicated anticoagulation necessitates consideration.' });
    expect(checkTexts(hard, null, TODAY)).toEqual([]);
  });

  it('finds wordings that two claim, that say nothing, and that lead elsewhere or to an alarm', async () => {
    const { knowledge } = await shippedAssistant();
    const heat = knowledge.questions.get('home-care/heat');
    const ice = knowledge.questions.get('home-care/ice');
    const onset = knowledge.gaps.get('relief-onset');
    if (heat === undefined || onset === undefined) throw new Error('the entries have other names now');
    const few = {
      ...knowledge,
      questions: new Map([[heat.id, heat], ...(ice === undefined ? [] : [[ice.id, ice] as const])]),
      gaps: new Map([
        ['relief-onset', { ...onset, wordings: ['heating pad ok', 'is it', 'i can not feel my legs or wee'] }],
        ['heat-again', { ...onset, asks: 'using a heating pad on the sore spot tonight', wordings: [] }],
      ]),
    };
    const found = checkWordings(createAssistant(few));
    expect(toText(found)).toMatch(/relief-onset: "heating pad ok" is understood as/u);
    expect(toText(found)).toMatch(/relief-onset: "is it" holds no word that counts/u);
    expect(toText(found)).toMatch(/relief-onset: "i can not feel my legs or wee" raises an alarm/u);
  });

  it('reports by group, errors first, with counts', () => {
    const lines = toReport([
      { level: 'warning', group: 'reviews', about: 'a', what: 'x' },
      { level: 'error', group: 'reviews', about: 'b', what: 'y' },
      { level: 'error', group: 'facts', about: 'c', what: 'z' },
    ]);
    expect(lines).toEqual([
      'facts (1 error, 0 warnings)',
      '  error: c: z',
      'reviews (1 error, 1 warning)',
      '  error: b: y',
      '  warning: a: x',
    ]);
  });

  it('says in one command what is wrong, and fails', async () => {
    const directory = await copyOfKnowledge();
    await edit(directory, 'clinic.yaml', (text) => text.replace(/^phone:.*$/mu, ''));
    const { out, code } = await run(['--knowledge', directory]);
    expect(out).toMatch(/clinic\.yaml:\d+: phone is missing; add it/u);
    expect(code).toBe(1);
  });
});

/** The command as people start it. */
function run(options: readonly string[]): Promise<{ out: string; code: number }> {
  const command = join(import.meta.dirname, '../../tools/knowledge-check.ts');
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...options], (error, out) => {
      resolve({ out, code: error === null ? 0 : Number(error.code) });
    });
  });
}

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
