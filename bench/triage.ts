/**
 * How well the safety gate works: `node bench/triage.ts [--write] [--errors N] [--only SET]`.
 * Every file `bench/sets/alarms-SET.jsonl` is a set. --write puts the tables into docs/triage.md;
 * --errors lists mistakes of the sets that may be read, those named tune.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readSource } from '../src/knowledge/read.ts';
import { redFlagsSchema } from '../src/knowledge/red-flags-schema.ts';
import { normalise } from '../src/text/index.ts';
import { createTriage } from '../src/triage/index.ts';
import { percent } from './interval.ts';
import { mistype } from './mistype.ts';

const PAGE = 'docs/triage.md';
const MARKS = ['<!-- bench:start -->', '<!-- bench:end -->'] as const;
const labelSchema = z.object({
  id: z.string(),
  text: z.string(),
  alarm: z.boolean(),
  level: z.enum(['emergency', 'urgent']).nullable(),
  category: z.string().nullable(),
  class: z.string().nullable(),
});
type Label = z.infer<typeof labelSchema>;
interface Result extends Label {
  readonly found: 'emergency' | 'urgent' | null;
  readonly ruleId: string;
  /** Doubted: answered with when to call, and one press raises the alarm. */
  readonly asked: boolean;
  readonly ms: number;
}

const { values } = parseArgs({
  options: { write: { type: 'boolean' }, errors: { type: 'string' }, only: { type: 'string' } },
});
const source = await readSource(`${process.env.KNOWLEDGE_DIR ?? 'knowledge'}/red-flags.yaml`, redFlagsSchema);
if (source.value === null) throw new Error(source.faults.map(({ line, what }) => `${line}: ${what}`).join('\n'));
const screen = createTriage(source.value);

const read = (set: string): Label[] =>
  readFileSync(`bench/sets/alarms-${set}.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => labelSchema.parse(JSON.parse(line)));
const measure = (labels: readonly Label[]): Result[] =>
  labels.map((label) => {
    const start = performance.now();
    const screening = screen(normalise(label.text));
    const ms = performance.now() - start;
    const alarm = screening.kind === 'alarm' ? screening : null;
    const doubt = screening.kind === 'screened' ? screening.doubt : null;
    const ruleId = alarm?.ruleId ?? doubt?.ruleId ?? '';
    return { ...label, found: alarm?.level ?? null, ruleId, asked: doubt !== null, ms };
  });

const names = readdirSync('bench/sets')
  .flatMap((file) => /^alarms-(.+)\.jsonl$/.exec(file)?.[1] ?? [])
  .filter((name) => values.only === undefined || name === values.only)
  .sort();
if (names.length === 0) throw new Error(`No set bench/sets/alarms-${values.only ?? '*'}.jsonl.`);
const labelled = new Map(names.map((name) => [name, read(name)]));
measure([...labelled.values()].flat()); // warms up
const plain = [...labelled].map(([name, labels]) => [name, measure(labels)] as const);
const slipped = [...labelled].map(([name, labels]) => {
  const mistyped = labels.map((label) => ({ ...label, text: mistype(label.text, label.id) }));
  return [`${name}, one slip of the keys a line`, measure(mistyped)] as const;
});
const page = [
  summary(new Map([...plain, ...slipped])),
  ...detail(
    'all sets',
    plain.flatMap(([, results]) => results),
  ),
].join('\n');
process.stdout.write(`${page}\n`);
if (values.errors !== undefined) {
  const readable = plain.flatMap(([name, results]) => (name.startsWith('tune') ? results : []));
  process.stdout.write(mistakes(readable).slice(0, Number(values.errors)).join('\n'));
}
if (values.write === true) write(page);

function summary(all: ReadonlyMap<string, readonly Result[]>): string {
  const rows = [...all].map(([name, results]) => {
    const alarms = results.filter((one) => one.alarm);
    const calm = results.filter((one) => !one.alarm);
    const times = results.map((one) => one.ms).sort((a, b) => a - b);
    const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
    return `| ${name} | ${share(alarms, isCaught)} | ${share(alarms, isRightLevel)} | ${count(alarms, isAsked)} | ${share(calm, isCaught)} | ${count(calm, isAsked)} | ${at(0.5)} | ${at(0.99)} |`;
  });
  return [
    '| set | alarms caught | at the right level | only asked | false alarms | only asked | ms, median | ms, p99 |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function detail(name: string, results: readonly Result[]): string[] {
  const categories = Map.groupBy(
    results.filter((one) => one.alarm),
    (one) => one.category ?? '',
  );
  const classes = Map.groupBy(
    results.filter((one) => !one.alarm),
    (one) => one.class ?? '',
  );
  return [
    `| ${name}: category | lines | caught | right level | only asked |`,
    '| --- | --- | --- | --- | --- |',
    ...[...categories].map(
      ([category, some]) =>
        `| ${category} | ${some.length} | ${share(some, isCaught)} | ${share(some, isRightLevel)} | ${count(some, isAsked)} |`,
    ),
    '',
    `| ${name}: look-alikes | lines | false alarms | only asked |`,
    '| --- | --- | --- | --- |',
    ...[...classes].map(
      ([kind, some]) => `| ${kind} | ${some.length} | ${share(some, isCaught)} | ${count(some, isAsked)} |`,
    ),
    '',
  ];
}

function isCaught(one: Result): boolean {
  return one.found !== null;
}

/** Neither caught nor a false alarm. */
function isAsked(one: Result): boolean {
  return one.asked;
}

/** An emergency where "urgent" was right counts as right. */
function isRightLevel(one: Result): boolean {
  return one.found === 'emergency' || (one.found !== null && one.found === one.level);
}

function share(some: readonly Result[], counts: (one: Result) => boolean): string {
  return `${some.filter(counts).length}/${some.length} ${percent(some.filter(counts).length, some.length)}`;
}

function count(some: readonly Result[], counts: (one: Result) => boolean): number {
  return some.filter(counts).length;
}

function mistakes(results: readonly Result[]): string[] {
  return results.flatMap((one) => {
    if (one.alarm && one.asked) return [`ONLY ASKED ${one.category} (${one.ruleId}): ${one.text}`];
    if (one.alarm && one.found === null) return [`MISSED ${one.category}: ${one.text}`];
    if (one.alarm && !isRightLevel(one)) return [`TOO LOW ${one.category} (${one.ruleId}): ${one.text}`];
    return one.alarm || one.found === null ? [] : [`FALSE ${one.class} (${one.ruleId}): ${one.text}`];
  });
}

function write(tables: string): void {
  const [start, end] = MARKS;
  const text = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : `# The safety gate\n\n${start}\n${end}\n`;
  const before = text.slice(0, text.indexOf(start) + start.length);
  writeFileSync(PAGE, `${before}\n\n${tables}\n${text.slice(text.indexOf(end))}`);
}
