/**
 * `npm run bench:web`: the web chat under 200 conversations at once, on loopback, beside the core alone in the same run.
 * The people are a worker with a thread of its own, so that they do not take the server's time.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { createAssistant, loadKnowledge } from '#core';
import { createHouse, listen, silentLog } from '../adapters/shared/index.ts';
import { createWeb } from '../adapters/web/app.ts';
import { readLabels } from './labels.ts';

const CONVERSATIONS = 200;
/** Questions of one conversation, one after the other. */
const QUESTIONS = 20;
const SET = 'bench/sets/questions-tune.jsonl';

interface Task {
  readonly url: string;
  readonly texts: readonly string[];
}
interface Asked {
  readonly alone: readonly number[];
  readonly together: readonly number[];
  readonly errors: number;
  readonly seconds: number;
}

if (isMainThread) await serve();
else parentPort?.postMessage(await ask(workerData as Task));

async function serve(): Promise<void> {
  const assistant = createAssistant(await loadKnowledge('knowledge'));
  const texts = readLabels(SET).map(({ text }) => text);
  const house = createHouse({ desk: { current: () => assistant }, log: silentLog, now: Date.now });
  const app = createWeb({ house, perMinute: Number.MAX_SAFE_INTEGER });
  const core = () => {
    for (const text of texts) times.push(timed(() => assistant.reply({ ...nobody, input: { text } })));
  };
  const nobody = { conversation: null, now: 0, audience: 'patient', procedure: null } as const;
  const times: number[] = [];
  core(); // warms up
  times.length = 0;
  core();

  const server = await listen(app, '127.0.0.1', 0);
  const worker = new Worker(new URL(import.meta.url), { workerData: { url: server.url, texts } satisfies Task });
  const { alone, together, errors, seconds } = await new Promise<Asked>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  await server.close();
  await house.store.close();

  const base = at(times, 0.5);
  const line = (name: string, all: readonly number[]) =>
    console.log(
      `${name}: median ${at(all, 0.5).toFixed(2)} ms, ${(at(all, 0.5) / base).toFixed(1)} times the core's; slowest in a hundred ${at(all, 0.99).toFixed(1)} ms`,
    );
  line('core alone', times);
  line('web, one conversation', alone);
  line(`web, ${CONVERSATIONS} conversations at once`, together);
  console.log(`${together.length} answers in ${seconds.toFixed(1)} s, ${errors} errors`);
}

async function ask({ url, texts }: Task): Promise<Asked> {
  let errors = 0;
  const talk = async (id: number, times: number[]) => {
    for (let turn = 0; turn < QUESTIONS; turn++) {
      const text = texts[(id * QUESTIONS + turn) % texts.length];
      const body = JSON.stringify({ conversation: String(id).padStart(22, '0'), text });
      const started = performance.now();
      const reply = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
      }).catch(() => null);
      const said: unknown = await reply?.json().catch(() => null);
      times.push(performance.now() - started);
      if (reply?.ok !== true || typeof said !== 'object' || said === null) errors += 1;
    }
  };
  const alone: number[] = [];
  for (let id = 0; id < 20; id++) await talk(id, alone);
  const together: number[] = [];
  const started = performance.now();
  await Promise.all(Array.from({ length: CONVERSATIONS }, (_, id) => talk(id + 100, together)));
  return { alone, together, errors, seconds: (performance.now() - started) / 1000 };
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function at(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
}
