/** `npm run bench`: every labelled set against the product, with confidence intervals. Options: bench/README.md. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { type Assistant, createAssistant, loadKnowledge } from '#core';
import { compareWith } from './blast.ts';
import { percent } from './interval.ts';
import { type Label, readLabels } from './labels.ts';
import { mistype } from './mistype.ts';
import { type Judged, judge, type Verdict } from './score.ts';
import { otherDiseases, strangers } from './strangers.ts';

const SETS = join(import.meta.dirname, 'sets');

interface Options {
  readonly set?: readonly string[];
  readonly errors: string;
  readonly only?: Verdict;
  readonly slips: string;
  readonly compare?: string;
  readonly knowledge: string;
}

const program = new Command('bench')
  .option('--set <files...>', 'labelled questions instead of those in bench/sets')
  .option('--errors <count>', 'show this many replies that are not correct (never of a report set)', '0')
  .option('--only <verdict>', 'of these, only one verdict')
  .option('--slips <count>', 'typing errors put into each line, made the same way every time', '0')
  .option('--compare <revision>', 'show which replies differ from those of a git revision')
  .option('--knowledge <dir>', 'knowledge directory', 'knowledge')
  .parse();
const options = program.opts<Options>();
const assistant = createAssistant(await loadKnowledge(options.knowledge));
const files =
  options.set ??
  readdirSync(SETS)
    .filter((file) => file.startsWith('questions-'))
    .map((file) => join(SETS, file));
if (options.compare === undefined) {
  for (const file of files) report(file, readLabels(file), assistant);
  if (options.set === undefined) report('made-up questions about other matters', strangers(2_000, 1_000), assistant);
  if (options.set === undefined)
    report('questions about other diseases, drugs and operations', otherDiseases(), assistant);
} else {
  // Never the report set: its lines are not for reading.
  const shown = files
    .filter((file) => !/report/u.test(file))
    .flatMap((file) => readLabels(file).map((label) => label.text));
  console.log(compareWith(options.compare, [...shown, ...wordings(assistant)]));
}

/** The knowledge's own wordings, one in five: what a change of knowledge touches first. */
function wordings(using: Assistant): string[] {
  return [...using.knowledge.questions.values(), ...using.knowledge.gaps.values()]
    .flatMap((entry) => entry.wordings)
    .filter((_, index) => index % 5 === 0);
}

/** A line with as many typing errors as asked for. */
function withSlips(text: string, id: string): string {
  return Array.from({ length: Number(options.slips) }, (_, index) => `${id}-${index}`).reduce(mistype, text);
}

function report(file: string, labels: readonly Label[], using: Assistant): void {
  const factIds = [...using.knowledge.facts.keys()];
  const times: number[] = [];
  const rows = labels.map((label) => {
    const started = performance.now();
    const turn = using.reply({
      input: { text: withSlips(label.text, label.id) },
      conversation: null,
      now: 0,
      audience: 'patient',
      procedure: null,
    });
    times.push(performance.now() - started);
    return { ...judge(label, turn.reply, factIds), turn };
  });
  console.log(`\n${file}`);
  for (const kind of ['all', 'answer', 'abstain', 'escalate', 'help'] as const) {
    const some = rows.filter((row) => kind === 'all' || row.label.kind === kind);
    if (some.length > 0) console.log(summary(kind, some));
  }
  times.sort((a, b) => a - b);
  console.log(`  median ${at(times, 0.5).toFixed(2)} ms, slowest in a hundred ${at(times, 0.99).toFixed(2)} ms`);
  if (/report/u.test(file)) return;
  const shown = rows.filter(
    (row) => row.verdict !== 'correct' && (options.only === undefined || row.verdict === options.only),
  );
  for (const { label, verdict, turn } of shown.slice(0, Number(options.errors))) {
    const [part] = turn.explanation.parts.toSorted((a, b) => b.chance - a.chance);
    const got = part?.matches
      .slice(0, 3)
      .map((match) => `${match.id} ${match.score.toFixed(2)}`)
      .join(', ');
    const want = [label.kind, label.topics.join(','), label.points.join(','), label.code ?? ''].join(' ');
    console.log(
      `${verdict.padEnd(9)} ${label.text.slice(0, 200)} | want ${want} | ${turn.reply.kind} ${part?.chance.toFixed(2) ?? ''} ${got ?? ''} | ${part?.terms.join(' ').slice(0, 160) ?? ''}`,
    );
  }
}

function summary(kind: string, rows: readonly Judged[]): string {
  const share = (verdict: Verdict) => percent(rows.filter((row) => row.verdict === verdict).length, rows.length);
  const helped = percent(
    rows.filter((row) => row.verdict === 'correct' || row.verdict === 'assisted').length,
    rows.length,
  );
  const strict = percent(rows.filter((row) => row.strict).length, rows.length);
  const count = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length;
  return `  ${kind.padEnd(8)} n ${String(rows.length).padStart(4)}  correct ${share('correct')}  or assisted ${helped}  wrong ${share('wrong')}  strict ${strict}  missed ${count('missed')}  false alarm ${count('false-alarm')}`;
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
