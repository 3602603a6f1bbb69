/** `npm run bench:redact -- [--errors 20]`: how well personal details are taken out of kept words (docs/privacy.md). */
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import { createRedact, loadKnowledge } from '#core';
import { percent } from './interval.ts';
import { judgeSet, type Row, sumUp } from './redaction.ts';

const program = new Command('redact')
  .option('--set <file...>', 'labelled lines', globSync(join(import.meta.dirname, 'sets/redaction*.jsonl')).sort())
  .option(
    '--errors <count>',
    'show this many lines of each with something missed or lost, of those that may be read',
    '0',
  )
  .option('--knowledge <dir>', 'knowledge directory', 'knowledge')
  .parse();
const { set, errors, knowledge } = program.opts<{ set: string[]; errors: string; knowledge: string }>();
const redact = createRedact(await loadKnowledge(knowledge));
const sets = set.map((file) => ({ file, rows: judgeSet(file, redact) }));

/** Every fourth line is only ever measured. */
const isUnread = (_: Row, index: number) => index % 4 === 3;
const isRead = (row: Row, index: number) => !isUnread(row, index);
for (const { file, rows } of sets) {
  console.log(`${basename(file)}: ${rows.length} lines`);
  report('read and tuned on', rows.filter(isRead));
  report('every fourth line, never read', rows.filter(isUnread));
  const faulty = rows.filter(isRead).filter(({ missed, lost }) => missed.length + lost.length > 0);
  for (const { text, redacted, missed, lost } of faulty.slice(0, Number(errors)))
    console.log(`\n${text}\n  -> ${redacted}\n  missed ${JSON.stringify(missed)} lost ${JSON.stringify(lost)}`);
}
report(
  'every fourth line of all of them, never read',
  sets.flatMap(({ rows }) => rows.filter(isUnread)),
);

function report(name: string, some: readonly Row[]): void {
  const { details, words, lines } = sumUp(some);
  console.log(`${name}: ${some.length} lines`);
  console.log(`  details removed             ${percent(details.right, details.of)} of ${details.of}`);
  console.log(`  words kept                  ${percent(words.right, words.of)} of ${words.of}`);
  console.log(`  lines with all details gone ${percent(lines.right, lines.of)} of ${lines.of}`);
}
