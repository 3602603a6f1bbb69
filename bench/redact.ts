/** `npm run bench:redact -- [--errors 20]`: how well personal details are taken out of kept words (docs/privacy.md). */
import { join } from 'node:path';
import { Command } from 'commander';
import { createRedact, loadKnowledge } from '#core';
import { percent } from './interval.ts';
import { judgeSet, type Row, sumUp } from './redaction.ts';

const program = new Command('redact')
  .option('--set <file>', 'labelled lines', join(import.meta.dirname, 'sets/redaction.jsonl'))
  .option('--errors <count>', 'show this many lines with something missed or lost, of those that may be read', '0')
  .option('--knowledge <dir>', 'knowledge directory', 'knowledge')
  .parse();
const { set, errors, knowledge } = program.opts<{ set: string; errors: string; knowledge: string }>();
const rows = judgeSet(set, createRedact(await loadKnowledge(knowledge)));

/** Every fourth line is only ever measured. */
const isUnread = (index: number) => index % 4 === 3;
const read = rows.filter((_, index) => !isUnread(index));
report('all', rows);
report('read and tuned on', read);
report(
  'every fourth line, never read',
  rows.filter((_, index) => isUnread(index)),
);
const faulty = read.filter(({ missed, lost }) => missed.length + lost.length > 0);
for (const { text, redacted, missed, lost } of faulty.slice(0, Number(errors)))
  console.log(`\n${text}\n  -> ${redacted}\n  missed ${JSON.stringify(missed)} lost ${JSON.stringify(lost)}`);

function report(name: string, some: readonly Row[]): void {
  const { details, words, lines } = sumUp(some);
  console.log(`${name}: ${some.length} lines`);
  console.log(`  details removed             ${percent(details.right, details.of)} of ${details.of}`);
  console.log(`  words kept                  ${percent(words.right, words.of)} of ${words.of}`);
  console.log(`  lines with all details gone ${percent(lines.right, lines.of)} of ${lines.of}`);
}
