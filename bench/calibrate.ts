/**
 * `npm run bench:calibrate [-- --set FILES --write]`: fits the chance of a right answer, and shows wrong against answered.
 * The sets must be unseen, by the wordings and by the topic model alike: bench:topics --without them comes first.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { createAssistant, loadKnowledge, type Turn } from '#core';
import { type Label, readLabels } from './labels.ts';
import { chance, fitLogistic, type Model, type Sample } from './logistic.ts';
import { judge } from './score.ts';
import { strangers } from './strangers.ts';

const program = new Command('calibrate')
  .option(
    '--set <files...>',
    'labelled questions; a clinic can use its own',
    ['tune-6', 'tune-7', 'tune-8'].map((name) => join(import.meta.dirname, `sets/questions-${name}.jsonl`)),
  )
  .option('--knowledge <dir>', 'knowledge directory', 'knowledge')
  .option('--write', 'write src/match/calibration.json')
  .parse();
const options = program.opts<{ set: readonly string[]; knowledge: string; write?: true }>();
const assistant = createAssistant(await loadKnowledge(options.knowledge));
const factIds = [...assistant.knowledge.facts.keys()];
const FOLDS = 5;
const STRANGERS = 600;
/** Their weight beside the labelled questions. */
const STRANGERS_SHARE = 0.2;
const models: Model[] = [];

interface Row extends Sample {
  readonly fold: number;
  readonly label: Label;
}

const names = ['margin', 'gapMargin', 'outside', 'amount', 'strange', 'same', 'answerable'];
/** Evidence that speaks against an answer. */
const AGAINST = new Set(['outside', 'strange']);
const signs = names.map((name) => (AGAINST.has(name) ? -1 : 1));
const labels = options.set.flatMap((file) => readLabels(file));
const rows = labels.flatMap((label, position) => toRows(label, position, 1));
/** No set holds enough of what the whole world may ask: made-up questions about other matters stand in for it. */
const others = strangers(STRANGERS).flatMap((label, position) =>
  toRows(label, position, (STRANGERS_SHARE * labels.length) / STRANGERS),
);
const whole = fitLogistic([...rows, ...others], signs);
showCurve(rows.map((row) => ({ row, chance: chance(modelWithout(row.fold), row.features) })));
const calibration = {
  bias: round(whole.bias),
  weights: Object.fromEntries(names.map((name, index) => [name, round(whole.weights[index] ?? 0)])),
};
console.log(JSON.stringify(calibration, null, 2));
if (options.write)
  writeFileSync(
    join(import.meta.dirname, '../src/match/calibration.json'),
    `${JSON.stringify(calibration, null, 2)}\n`,
  );

/** One row for the whole message and one for each of its sentences: would answering its best question be right? */
function toRows(label: Label, position: number, weight: number): Row[] {
  if (label.kind === 'escalate') return [];
  const turn = assistant.reply(requestOf(label.text));
  const parts = turn.explanation.parts.filter((part) => part.features !== null);
  return parts.map((part) => ({
    features: names.map((name) => part.features?.[name] ?? 0),
    right: isRight(label, turn, part.matches.find((match) => match.kind === 'question')?.id ?? ''),
    weight: weight / parts.length,
    fold: position % FOLDS,
    label,
  }));
}

function isRight(label: Label, { explanation }: Turn, question: string): boolean {
  const procedure = explanation.procedure?.kind === 'one' ? explanation.procedure.id : '';
  const choice = `${assistant.knowledge.version}|q|${procedure}|${question}`;
  const { reply } = assistant.reply({ ...requestOf(''), input: { choice } });
  return judge(label, reply, factIds).verdict === 'correct';
}

function modelWithout(fold: number): Model {
  models[fold] ??= fitLogistic(
    [...rows, ...others].filter((row) => row.fold !== fold),
    signs,
  );
  return models[fold];
}

/** Share of lines answered and wrong at each threshold, cross-validated. */
function showCurve(scored: readonly { readonly row: Row; readonly chance: number }[]): void {
  const lines = new Set(rows.map((row) => row.label.id)).size;
  console.log('threshold  answered right  answered wrong (share of all lines)');
  for (let threshold = 0.3; threshold < 0.96; threshold += 0.05) {
    const best = new Map<string, (typeof scored)[number]>();
    for (const entry of scored)
      if (entry.chance > (best.get(entry.row.label.id)?.chance ?? threshold)) best.set(entry.row.label.id, entry);
    const right = [...best.values()].filter(({ row }) => row.right).length;
    const show = (count: number) => `${((100 * count) / lines).toFixed(1)}%`.padStart(14);
    console.log(`${threshold.toFixed(2).padStart(9)}${show(right)}${show(best.size - right)}`);
  }
}

function requestOf(text: string) {
  return { input: { text }, conversation: null, now: 0, audience: 'patient', procedure: null } as const;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
