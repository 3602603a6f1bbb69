/** `npm run bench:resources`: start to first answer, time a question and memory, each several times; medians are printed. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const RUNS = 7;

interface Run {
  readonly ms: number;
  /** Largest resident memory of the process, MB. */
  readonly mb: number;
}

/** Runs a program of ours to its end and measures it from outside; memory is what it reports of itself at exit. */
function run(flags: readonly string[], script: string, args: readonly string[], input: string): Promise<Run> {
  const report = "process.on('exit',()=>require('node:fs').writeSync(2,'rss='+process.resourceUsage().maxRSS))";
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        ...flags,
        '--import',
        `data:text/javascript,import{createRequire}from'node:module';const require=createRequire('file:///');${report}`,
        join(ROOT, script),
        ...args,
      ],
      { cwd: ROOT },
    );
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.stdout.resume();
    child.on('error', reject);
    child.on('close', () =>
      resolve({ ms: performance.now() - started, mb: Number(/rss=(\d+)/u.exec(errors)?.[1] ?? Number.NaN) / 1024 }),
    );
    child.stdin.end(input);
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** As in package.json: a small young generation keeps the garbage of the start small. */
const CHAT_FLAGS = ['--max-semi-space-size=1', '--optimize-for-size'];

const CASES: readonly {
  readonly name: string;
  readonly flags: readonly string[];
  readonly script: string;
  readonly args: readonly string[];
  readonly input: string;
}[] = [
  { name: 'ask, one question', flags: [], script: 'tools/ask.ts', args: ['can i eat before the injection'], input: '' },
  {
    name: 'terminal chat, five lines',
    flags: CHAT_FLAGS,
    script: 'adapters/terminal/main.ts',
    args: [],
    input: 'hello\ncan i ice it\nwhen can i exercise\n1\nwhat are the risks\n',
  },
];
for (const { name, flags, script, args, input } of CASES) {
  const runs: Run[] = [];
  for (let index = 0; index < RUNS; index++) runs.push(await run(flags, script, args, input));
  const [ms, mb] = [median(runs.map((one) => one.ms)), median(runs.map((one) => one.mb))];
  console.log(
    `${name}: ${ms.toFixed(0)} ms from start to end, ${mb.toFixed(0)} MB resident at most (medians of ${RUNS})`,
  );
}
