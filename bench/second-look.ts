/**
 * `npm run bench:second-look [-- --without SET... --write]`: learns the weights of the gate's second look from
 * bench/sets/alarms-*.jsonl, the wordings of red-flags.yaml and the questions that the knowledge answers.
 * --without leaves sets out, so that they can be scored unseen. Sets named report are never learnt from.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { loadKnowledge } from '#core';
import { normalise } from '../src/text/index.ts';
import { createCluesOf } from '../src/triage/clues.ts';
import { createTriage, RULES_ALONE } from '../src/triage/index.ts';

const SETS = join(import.meta.dirname, 'sets');
const WORDINGS = join(import.meta.dirname, '../test/triage/wordings');
const PAGE = join(import.meta.dirname, '../src/triage/second-look.json');
/** Clues that fewer lines hold teach chance. */
const FEWEST = 3;
/** Weaker ones change nothing. */
const WEAKEST = 0.15;
const DAMPING = 0.35;
const ROUNDS = 20;
/** An alarm that is missed costs more than a false one. */
const DEAR = 2;
/** Without a clue there is no alarm. */
const SILENT = -3;

interface Line {
  readonly text: string;
  readonly alarm: boolean;
  readonly emergency: boolean;
}
interface Sample {
  readonly clues: readonly string[];
  readonly scale: number;
  readonly right: boolean;
}

const options = new Command('second-look')
  .option('--without <sets...>', 'sets to leave out, as tune-6', [])
  .option('--write', 'write src/triage/second-look.json')
  .parse()
  .opts<{ without: readonly string[]; write?: true }>();
const knowledge = await loadKnowledge(join(import.meta.dirname, '../knowledge'));
const cluesOf = createCluesOf(knowledge.redFlags.words);
const lines = [...labelled(), ...ruled(), ...authored(), ...answered()];
const alarm = learn(lines, SILENT, (line) => line.alarm);
const emergency = learn(
  lines.filter((line) => line.alarm),
  0,
  (line) => line.emergency,
);
const kept = [...alarm].filter(([, weight]) => Math.abs(weight) >= WEAKEST).sort(([a], [b]) => (a < b ? -1 : 1));
const clues = kept.map(([clue, weight]) => [clue, [round(weight), round(emergency.get(clue) ?? 0)]]);
console.log(`${lines.length} lines, ${lines.filter((line) => line.alarm).length} alarms, ${clues.length} clues`);
if (options.write) {
  const rows = clues.map(
    ([clue, weights]) => `    ${JSON.stringify(clue)}: ${JSON.stringify(weights).replace(',', ', ')}`,
  );

  writeFileSync(PAGE, `{\n  "bias": [${SILENT}, 0],\n  "clues": {\n${rows.join(',\n')}\n  }\n}\n`);
}

function jsonLines(file: string): Record<string, unknown>[] {
  const rows = readFileSync(join(SETS, file), 'utf8').split('\n');
  return rows.filter((row) => row.trim() !== '').map((row) => JSON.parse(row));
}

function labelled(): Line[] {
  return readdirSync(SETS).flatMap((file) => {
    const [, kind, set = ''] = /^(alarms|questions)-(.+)\.jsonl$/u.exec(file) ?? [];
    if (kind === undefined || set.includes('report') || options.without.includes(set)) return [];
    return jsonLines(file).map(({ text, alarm, kind: reply, level }) => ({
      text: String(text),
      alarm: alarm === true || reply === 'escalate',
      emergency: level === 'emergency',
    }));
  });
}

function ruled(): Line[] {
  return Object.values(knowledge.redFlags.rules).flatMap(({ level, fires, quiet }) => [
    ...fires.map((text) => ({ text, alarm: true, emergency: level === 'emergency' })),
    ...quiet.map((text) => ({ text, alarm: false, emergency: false })),
  ]);
}

/** Wordings of the rules' author, under "# category level" or "# class". */
function authored(): Line[] {
  return ['alarms', 'harmless'].flatMap((name) => {
    let emergency = false;
    return readFileSync(join(WORDINGS, `${name}.txt`), 'utf8')
      .split('\n')
      .flatMap((text) => {
        if (text.startsWith('# ')) emergency = text.endsWith(' emergency');
        return text === '' || text.startsWith('# ') ? [] : [{ text, alarm: name === 'alarms', emergency }];
      });
  });
}

/** What people ask in peace; wordings that a rule finds are no lesson. */
function answered(): Line[] {
  const screen = createTriage(knowledge.redFlags, RULES_ALONE);
  return [...knowledge.questions.values(), ...knowledge.gaps.values()]
    .flatMap(({ wordings }) => wordings)
    .filter((text) => screen(normalise(text)).kind === 'screened')
    .map((text) => ({ text, alarm: false, emergency: false }));
}

/** Logistic regression by stochastic descent, the same at every run. */
function learn(from: readonly Line[], bias: number, isRight: (line: Line) => boolean) {
  const counts = new Map<string, number>();
  const all = from.map((line) => {
    const found = cluesOf(normalise(line.text).sentences);
    for (const clue of found) counts.set(clue, (counts.get(clue) ?? 0) + 1);
    return { found, right: isRight(line) };
  });
  const samples = all.map(
    ({ found, right }): Sample => ({
      clues: [...found].filter((clue) => (counts.get(clue) ?? 0) >= FEWEST),
      scale: Math.max(1, found.size) ** -DAMPING,
      right,
    }),
  );
  const weights = new Map<string, number>();
  const random = seeded();
  for (let turn = 0; turn < ROUNDS; turn++) {
    const rate = 0.5 / (1 + turn * 0.3);
    const shuffled = samples.map((sample) => ({ sample, key: random() })).sort((a, b) => a.key - b.key);
    for (const { sample } of shuffled) {
      const total = sample.clues.reduce((sum, clue) => sum + (weights.get(clue) ?? 0), 0);
      const error = 1 / (1 + Math.exp(-bias - total * sample.scale)) - (sample.right ? 1 : 0);
      const step = rate * error * sample.scale * (sample.right ? DEAR : 1);
      for (const clue of sample.clues) weights.set(clue, (weights.get(clue) ?? 0) - step);
    }
  }
  return weights;
}

function seeded(): () => number {
  let state = 1;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
