/**
 * `npm run bench:topics [-- --without SET... --write]`: learns the topic model from the wordings of the knowledge, the sets
 * bench/sets/questions-*.jsonl and made-up questions about other matters. --without leaves sets out, so that they can be
 * scored unseen, and so that bench:calibrate can fit the chance on them. Sets named report are never learnt from.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { loadKnowledge } from '#core';
import { languageOf, newNameWords } from '../src/match/index.ts';
import { NONE, scaleOf, topicClues } from '../src/match/topic-model.ts';
import { createReader, normalise } from '../src/text/index.ts';
import { type Label, readLabels } from './labels.ts';
import { seeded } from './seeded.ts';
import { strangers } from './strangers.ts';

const SETS = join(import.meta.dirname, 'sets');
const PAGE = join(import.meta.dirname, '../src/match/topic-model.json');
/** Clues that fewer lines hold teach chance. */
const FEWEST = 3;
/** Weaker ones change nothing. */
const WEAKEST = 0.15;
const ROUNDS = 15;
/** Pulls weights back to nothing, at every step that touches them. */
const RIDGE = 0.0002;
/** A wording is one author's; a labelled line is somebody's question. */
const WORDING = 0.5;
const STRANGER = { count: 600, share: 0.3 };

interface Line {
  readonly text: string;
  /** More than one where each would be right. */
  readonly topics: readonly string[];
  readonly share: number;
}

const options = new Command('topics')
  .option('--without <sets...>', 'sets to leave out, as tune-4', [])
  .option('--knowledge <dir>', 'knowledge directory', 'knowledge')
  .option('--write', 'write src/match/topic-model.json')
  .parse()
  .opts<{ without: readonly string[]; knowledge: string; write?: true }>();
const knowledge = await loadKnowledge(options.knowledge);
const reader = createReader(languageOf(knowledge));
const names = newNameWords(knowledge);
const classes = [...knowledge.topics.keys(), NONE];
const lines = [
  ...wordings(),
  ...labelled(),
  ...strangers(STRANGER.count).map((label) => toLine(label, STRANGER.share)),
];
const { bias, clues } = learn(lines);
console.log(`${lines.length} lines, ${Object.keys(clues).length} clues`);
if (options.write) writeFileSync(PAGE, toPage());

function wordings(): Line[] {
  const questions = [...knowledge.questions.values()].flatMap(({ topic, answer, wordings }) => {
    const topics = [...new Set([topic, ...answer.map((spot) => spot.split('/')[0] ?? '')])];
    return wordings.map((text) => ({ text, topics, share: WORDING }));
  });
  const gaps = [...knowledge.gaps.values()].flatMap(({ wordings }) => wordings);
  return [...questions, ...gaps.map((text) => ({ text, topics: [NONE], share: WORDING }))];
}

function labelled(): Line[] {
  return readdirSync(SETS).flatMap((file) => {
    const [, set = ''] = /^questions-(.+)\.jsonl$/u.exec(file) ?? [];
    if (set === '' || set.includes('report') || options.without.includes(set)) return [];
    const labels = readLabels(join(SETS, file)).filter(({ kind }) => kind === 'answer' || kind === 'abstain');
    return labels.map((label) => toLine(label, 1));
  });
}

function toLine({ text, kind, topics }: Label, share: number): Line {
  return { text, topics: kind === 'answer' ? topics : [NONE], share };
}

/** Multinomial logistic regression by stochastic descent, the same at every run. */
function learn(from: readonly Line[]) {
  const all = from.map((line) => ({
    ...line,
    clues: [...topicClues(reader.read(normalise(line.text).tokens), names)],
  }));
  const counts = new Map<string, number>();
  for (const { clues } of all) for (const clue of clues) counts.set(clue, (counts.get(clue) ?? 0) + 1);
  const weights = new Map<string, Float64Array>();
  for (const [clue, count] of counts) if (count >= FEWEST) weights.set(clue, new Float64Array(classes.length));
  const bias = new Float64Array(classes.length);
  const samples = all.map(({ clues, topics, share }) => ({
    rows: clues.flatMap((clue) => weights.get(clue) ?? []),
    scale: scaleOf(clues.length),
    right: classes.map((name) => topics.includes(name)),
    share,
  }));
  const random = seeded();
  for (let round = 0; round < ROUNDS; round++) {
    const rate = 0.5 / (1 + round * 0.3);
    const shuffled = samples.map((sample) => ({ sample, key: random() })).sort((a, b) => a.key - b.key);
    for (const { sample } of shuffled) descend(sample, bias, rate);
  }
  return { bias, clues: Object.fromEntries([...weights].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(toRow)) };
}

interface Sample {
  readonly rows: readonly Float64Array[];
  readonly scale: number;
  readonly right: readonly boolean[];
  readonly share: number;
}

function descend({ rows, scale, right, share }: Sample, bias: Float64Array, rate: number): void {
  const parts = Array.from(bias, (from, at) =>
    Math.exp(from + scale * rows.reduce((sum, row) => sum + (row[at] ?? 0), 0)),
  );
  const total = parts.reduce((sum, part) => sum + part, 0);
  const held = parts.reduce((sum, part, at) => sum + (right[at] ? part : 0), 0);
  for (const [at, part] of parts.entries()) {
    const slope = rate * share * (part / total - (right[at] ? part / held : 0));
    for (const row of rows) row[at] = (row[at] ?? 0) * (1 - rate * RIDGE) - slope * scale;
    bias[at] = (bias[at] ?? 0) - slope * 0.05;
  }
}

function toRow([clue, weights]: readonly [string, Float64Array]): [string, Record<string, number>][] {
  const kept = classes.flatMap((name, at) => {
    const weight = Math.round((weights[at] ?? 0) * 100) / 100;
    return Math.abs(weight) >= WEAKEST ? [[name, weight] as const] : [];
  });
  return kept.length === 0 ? [] : [[clue, Object.fromEntries(kept)]];
}

function toPage(): string {
  const from = Object.fromEntries(classes.map((name, at) => [name, Math.round((bias[at] ?? 0) * 100) / 100]));
  const spaced = (value: unknown) => JSON.stringify(value).replaceAll(/([:,])(?=["\d-])/gu, '$1 ');
  const rows = Object.entries(clues).map(([clue, byTopic]) => `    ${JSON.stringify(clue)}: ${spaced(byTopic)}`);
  return `{\n  "bias": ${JSON.stringify(from)},\n  "clues": {\n${rows.join(',\n')}\n  }\n}\n`;
}
