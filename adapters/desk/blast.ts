import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Change } from '#core';
import type { Edited } from './proposal.ts';

/** What a change of the knowledge would do: faults that the loader tells, or the replies that would be others. */
export type Blast =
  | { readonly kind: 'faulty'; readonly faults: readonly string[] }
  | { readonly kind: 'sound'; readonly asked: number; readonly changes: readonly Change[] };

/** What the worker is given: both states of the knowledge, and questions to ask besides its own wordings. */
export interface BlastJob {
  readonly before: string;
  readonly after: string;
  readonly questions: readonly string[];
  readonly now: number;
}

/** Measures changes one after the other, each in a thread of its own: patients are answered meanwhile. */
export function createBlast(now: () => number) {
  let last: Promise<unknown> = Promise.resolve();
  return (directory: string, edited: Edited, questions: readonly string[]): Promise<Blast> => {
    const mine = last.then(() => measure(directory, edited, questions, now()));
    last = mine.catch(() => {});
    return mine;
  };
}

async function measure(before: string, edited: Edited, questions: readonly string[], now: number): Promise<Blast> {
  const after = await mkdtemp(join(tmpdir(), 'proposal-'));
  try {
    await cp(before, after, { recursive: true });
    await writeFile(join(after, edited.file), edited.text);
    return await inThread({ before, after, questions, now });
  } finally {
    await rm(after, { recursive: true, force: true });
  }
}

function inThread(job: BlastJob): Promise<Blast> {
  const { promise, resolve, reject } = Promise.withResolvers<Blast>();
  const worker = new Worker(new URL('./blast-worker.ts', import.meta.url), { workerData: job });
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error('the thread ended without a result')));
  return promise;
}
