/** The last part of `npm run bench:growth`: how long a directory of 2, 100 and 1,000 guides as YAML takes to load and check. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { loadKnowledge } from '#core';
import { madeUpName } from './made-up-name.ts';

const SIZES = [2, 100, 1_000];
const RUNS = 3;
const SHIPPED = 2;
const MODEL = 'procedures/20957.yaml';

const directory = mkdtempSync(join(tmpdir(), 'growth-'));
try {
  cpSync('knowledge', directory, { recursive: true });
  const model = parse(readFileSync(join(directory, MODEL), 'utf8'));
  console.log('guides  YAML files load in ms (median of 3)');
  let written = SHIPPED;
  for (const size of SIZES) {
    for (; written < size; written++) writeGuide(model, written);
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) times.push(await timeOf(size));
    times.sort((a, b) => a - b);
    console.log(`${String(size).padStart(6)} ${(times[Math.floor(RUNS / 2)] ?? 0).toFixed(0).padStart(8)}`);
  }
} finally {
  rmSync(directory, { recursive: true });
}

/** A guide with the facts of a shipped one and a name of its own. */
function writeGuide(guide: object, index: number): void {
  const name = madeUpName(index);
  const made = { ...guide, id: `Z${index}`, name: `${name} procedure`, named_by: [name.split(' ')], shares: [] };
  writeFileSync(join(directory, `procedures/Z${index}.yaml`), stringify(made));
}

async function timeOf(size: number): Promise<number> {
  const started = performance.now();
  const { guides } = await loadKnowledge(directory);
  const ms = performance.now() - started;
  if (guides.size !== size) throw new Error(`${guides.size} guides were loaded instead of ${size}.`);
  return ms;
}
