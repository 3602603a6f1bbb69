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
import { seeded } from './seeded.ts';

const SETS = join(import.meta.dirname, 'sets');
const WORDINGS = join(import.meta.dirname, '../test/triage/wordings');
const PAGE = join(import.meta.dirname, '../src/triage/second-look.json');
/** Clues that fewer lines hold teach chance. */
const FEWEST = 3;
/** Weaker ones change nothing. */
const WEAKEST = 0.5;
const DAMPING = 0.35;
const ROUNDS = 20;
/** An alarm that is missed costs more than a false one. */
const DEAR = 2;
/** Look-alikes, which are few, are what it must learn to tell apart. */
const TELLING = 2;
/** Without a clue there is no alarm. */
const SILENT = -3;
/** Share of the naive weights, log of how much oftener a clue stands in alarms, with which the descent begins. */
const HEAD_START = 0.5;
/** Times that a wording of the rules' own is told: said plainly, it must stand whatever else is said. */
const TOLD = 3;
/** Pulls every weight towards none. */
const DECAY = 0.001;

/** Neighbours in the list are alike; a step without common divisor mixes them. */
const STEP = 1009;
const JOINS = ['. ', ', ', ' and ', '? ', ' '];
const OPENINGS = ['ok so ', 'hi, ', 'so ', 'sorry to bother you, ', 'quick one, ', 'prob nothing but ', 'hello '];

interface Line {
  readonly text: string;
  readonly alarm: boolean;
  readonly emergency: boolean;
  readonly lookAlike: boolean;
}
const CALM = { alarm: false, emergency: false, lookAlike: false };
interface Sample {
  readonly clues: readonly string[];
  readonly scale: number;
  readonly right: boolean;
  readonly cost: number;
}

const options = new Command('second-look')
  .option('--without <sets...>', 'sets to leave out, as tune-6', [])
  .option('--write', 'write src/triage/second-look.json')
  .parse()
  .opts<{ without: readonly string[]; write?: true }>();
const knowledge = await loadKnowledge(join(import.meta.dirname, '../knowledge'));
const cluesOf = createCluesOf(knowledge.redFlags.words);
const own = [...ruled(), ...authored()];
const plain = own.filter((line) => line.alarm);
const questions = answered();
const told = [...labelled(), ...own];
const lines = [...told, ...told.map(beside), ...Array.from({ length: TOLD - 1 }, () => plain).flat(), ...questions];
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
      lookAlike: alarm === false,
    }));
  });
}

function ruled(): Line[] {
  const { rules, combinations } = knowledge.redFlags;
  return [...Object.values(rules), ...Object.values(combinations)].flatMap(({ level, fires, quiet }) => [
    ...fires.map((text) => ({ text, alarm: true, emergency: level === 'emergency', lookAlike: false })),
    ...quiet.map((text) => ({ text, ...CALM })),
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
        return text === '' || text.startsWith('# ') ? [] : [{ text, ...CALM, alarm: name === 'alarms', emergency }];
      });
  });
}

/** What people ask in peace; wordings that a rule finds are no lesson. */
function answered(): Line[] {
  const screen = createTriage(knowledge.redFlags, RULES_ALONE);
  return [...knowledge.questions.values(), ...knowledge.gaps.values()]
    .flatMap(({ wordings }) => wordings)
    .filter((text) => screen(normalise(text)).kind === 'screened')
    .map((text) => ({ text, ...CALM }));
}

/** The same line with what takes nothing away and adds nothing: an opening, or a question asked in peace. */
function beside(line: Line, at: number): Line {
  const opening = OPENINGS[at % OPENINGS.length] ?? '';
  if (at % 3 === 0) return { ...line, text: `${opening}${line.text}` };
  const question = questions[(at * STEP) % questions.length]?.text ?? '';
  const join = JOINS[at % JOINS.length] ?? '';
  return { ...line, text: at % 2 === 0 ? `${line.text}${join}${question}` : `${question}${join}${line.text}` };
}

/** Logistic regression by stochastic descent, the same at every run. */
function learn(from: readonly Line[], bias: number, isRight: (line: Line) => boolean) {
  const counts = new Map<string, number>();
  const all = from.map((line) => {
    const found = cluesOf(normalise(line.text).sentences);
    for (const clue of found) counts.set(clue, (counts.get(clue) ?? 0) + 1);
    const right = isRight(line);
    return { found, right, cost: right ? DEAR : line.lookAlike ? TELLING : 1 };
  });
  const samples = all.map(
    ({ found, right, cost }): Sample => ({
      clues: [...found].filter((clue) => (counts.get(clue) ?? 0) >= FEWEST),
      scale: Math.max(1, found.size) ** -DAMPING,
      right,
      cost,
    }),
  );
  const weights = naive(samples);
  const random = seeded();
  for (let turn = 0; turn < ROUNDS; turn++) {
    const rate = 0.5 / (1 + turn * 0.3);
    const shuffled = samples.map((sample) => ({ sample, key: random() })).sort((a, b) => a.key - b.key);
    for (const { sample } of shuffled) {
      const total = sample.clues.reduce((sum, clue) => sum + (weights.get(clue) ?? 0), 0);
      const error = 1 / (1 + Math.exp(-bias - total * sample.scale)) - (sample.right ? 1 : 0);
      const step = rate * error * sample.scale * sample.cost;
      for (const clue of sample.clues) weights.set(clue, (weights.get(clue) ?? 0) * (1 - rate * DECAY) - step);
    }
  }
  return weights;
}

/** Clue -> HEAD_START of the log of its share in the right samples over that in the others. */
function naive(samples: readonly Sample[]): Map<string, number> {
  const counts = new Map<string, { right: number; wrong: number }>();
  for (const { clues, right } of samples) {
    for (const clue of clues) {
      const count = counts.get(clue) ?? { right: 1, wrong: 1 };
      count[right ? 'right' : 'wrong']++;
      counts.set(clue, count);
    }
  }
  const rights = samples.filter(({ right }) => right).length;
  const wrongs = samples.length - rights;
  return new Map(
    [...counts].map(([clue, { right, wrong }]) => [clue, HEAD_START * Math.log(right / rights / (wrong / wrongs))]),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
