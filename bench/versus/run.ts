/** `npm run bench:peers [-- --write]`: the product and its alternatives on the same knowledge, behind the same gate, in one run. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { type Assistant, createAssistant, loadKnowledge, type Reply } from '#core';
import { percent } from '../interval.ts';
import { type Label, readLabels } from '../labels.ts';
import { judge, type Verdict } from '../score.ts';
import { type Curve, drawCurves } from './curve.ts';
import { ENGINES, type Engine, type Wording } from './engines.ts';

const HERE = import.meta.dirname;
const program = new Command('peers')
  .option('--write', 'write docs/peers.md and docs/wrong-against-answered.svg')
  .option('--only <name>', 'one engine')
  .parse();
const options = program.opts<{ write?: true; only?: string }>();
if (!existsSync(join(HERE, '../peers/node_modules'))) {
  console.error('bench: the peers are not installed; run: npm ci --prefix bench/peers');
  process.exit(1);
}

/** A share of wrong answers that a clinic might live with. */
const SAFE = 0.02;

/** What a matcher would do with one line: a reply if it speaks, how sure it is, and whether it would be right. */
interface Try {
  readonly label: Label;
  readonly score: number;
  /** Verdict where it answers its best question, and where it stays silent. */
  readonly spoken: Verdict;
  readonly silent: Verdict;
  /** Its best candidate is a question; else it stays silent at any threshold. */
  readonly speaks: boolean;
}

const assistant = createAssistant(await loadKnowledge('knowledge'));
const factIds = [...assistant.knowledge.facts.keys()];
/** Never read, so that the knowledge's wordings flatter no matcher. */
const labels = readLabels(join(HERE, '../sets/questions-report.jsonl'));
type Worth = (correct: number, wrong: number, lines: number) => number;
const MOST: Worth = (correct) => correct;
const HELD: Worth = (correct, wrong, lines) => (wrong <= SAFE * lines ? correct : -wrong);
const lines: string[] = [];
const curves: Curve[] = [];

report('this project', labels.map(ours), null);
for (const engine of ENGINES)
  if (options.only === undefined || engine.name.includes(options.only)) await runPeer(engine);
const head = [
  '| matcher | most correct: correct | wrong | held to 2% wrong: correct | wrong | ms a question |',
  '| --- | --- | --- | --- | --- | --- |',
];
console.log([...head, ...lines].join('\n'));
if (options.write) {
  writeFileSync(join(HERE, '../../docs/wrong-against-answered.svg'), drawCurves(curves));
  writeFileSync(
    join(HERE, '../../docs/peers.md'),
    `${['# Beside the alternatives', '', 'The same knowledge, the same safety gate, the same way of finding the guide; only the matcher differs. Thresholds are set on one', 'half of the report set and measured on the other, and the reverse: 620 lines, before offers. Made by `npm ci --prefix bench/peers && npm run bench:peers -- --write`.', '', ...head, ...lines, '', '![wrong against answered](wrong-against-answered.svg)'].join('\n')}\n`,
  );
}

async function runPeer(engine: Engine): Promise<void> {
  const { questions, gaps, help } = assistant.knowledge;
  const wordings: Wording[] = [
    ...[...questions.values()].flatMap(({ id, wordings: texts }) => texts.map((text) => ({ entry: id, text }))),
    ...[...gaps, ...help].flatMap(([id, { wordings: texts }]) => texts.map((text) => ({ entry: id, text }))),
  ];
  const search = await engine.build(wordings);
  const started = performance.now();
  const tries: Try[] = [];
  for (const label of labels) {
    const [best] = await search(label.text.toLowerCase());
    tries.push(toTry(label, best?.entry ?? '', best?.score ?? 0));
  }
  report(engine.name, tries, (performance.now() - started) / tries.length);
}

function ours(label: Label): Try {
  const { parts } = ask(label.text).explanation;
  const [best] = parts.toSorted((a, b) => b.chance - a.chance);
  const question = best?.matches.find((match) => match.kind === 'question')?.id ?? '';
  return toTry(label, question, best?.chance ?? 0);
}

/** The gate and the guide are the same for all: only the question that was matched differs. */
function toTry(label: Label, entry: string, score: number): Try {
  const turn = ask(label.text);
  const verdict = (reply: Reply) => judge(label, reply, factIds).verdict;
  if (turn.reply.kind === 'escalate')
    return { label, score: 1, spoken: verdict(turn.reply), silent: verdict(turn.reply), speaks: false };
  const isHelp = assistant.knowledge.help.has(entry);
  const silent = verdict({ ...turn.reply, kind: isHelp ? 'help' : 'abstain', lead: [], points: [] } as Reply);
  if (!assistant.knowledge.questions.has(entry)) return { label, score, spoken: silent, silent, speaks: false };
  const procedure = turn.explanation.procedure?.kind === 'one' ? turn.explanation.procedure.id : '';
  const { reply } = assistant.reply({
    ...request(''),
    input: { choice: `${assistant.knowledge.version}|q|${procedure}|${entry}` },
  });
  return { label, score, spoken: verdict(reply), silent, speaks: true };
}

function report(name: string, tries: readonly Try[], ms: number | null): void {
  const figures = [MOST, HELD].flatMap((worth) => {
    const limits = [0, 1].map((half) =>
      threshold(
        tries.filter((_, index) => index % 2 !== half),
        worth,
      ),
    );
    const verdicts = tries.map((one, index) => verdictAt(one, limits[index % 2] ?? 1));
    const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length;
    return [percent(count('correct'), tries.length), percent(count('wrong'), tries.length)];
  });
  lines.push(`| ${[name, ...figures, ms === null ? timeOf(assistant) : ms.toFixed(2)].join(' | ')} |`);
  curves.push({ name, points: curveOf(tries) });
}

function verdictAt(one: Try, limit: number): Verdict {
  return one.speaks && one.score >= limit ? one.spoken : one.silent;
}

function threshold(tries: readonly Try[], worth: Worth): number {
  const limits = [...new Set(tries.map((one) => one.score)), Number.POSITIVE_INFINITY];
  const scored = limits.map((limit) => {
    const verdicts = tries.map((one) => verdictAt(one, limit));
    return {
      limit,
      worth: worth(
        verdicts.filter((one) => one === 'correct').length,
        verdicts.filter((one) => one === 'wrong').length,
        tries.length,
      ),
    };
  });
  return scored.toSorted((a, b) => b.worth - a.worth || b.limit - a.limit)[0]?.limit ?? Number.POSITIVE_INFINITY;
}

/** Share of all lines answered right against answered wrong, from sure to unsure. */
function curveOf(tries: readonly Try[]): Curve['points'] {
  const speaking = tries.filter((one) => one.speaks).toSorted((a, b) => b.score - a.score);
  let [right, wrong] = [0, 0];
  return speaking.map(({ spoken }) => {
    if (spoken === 'correct') right += 1;
    else if (spoken === 'wrong') wrong += 1;
    return { right: right / tries.length, wrong: wrong / tries.length };
  });
}

function timeOf(using: Assistant): string {
  const started = performance.now();
  for (const label of labels) using.reply({ ...request(label.text) });
  return ((performance.now() - started) / labels.length).toFixed(2);
}

function ask(text: string) {
  return assistant.reply(request(text));
}

function request(text: string) {
  return { input: { text }, conversation: null, now: 0, audience: 'patient', procedure: null } as const;
}
