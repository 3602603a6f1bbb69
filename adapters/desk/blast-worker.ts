import { parentPort, workerData } from 'node:worker_threads';
import {
  changesBetween,
  createAssistant,
  type Knowledge,
  KnowledgeError,
  loadKnowledge,
  toPlainText,
  type View,
} from '#core';
import type { Blast, BlastJob } from './blast.ts';

/** Of the knowledge's own wordings every fifth is asked, which takes some seconds. */
const EVERY = 5;

parentPort?.postMessage(await measure(workerData as BlastJob));

async function measure({ before, after, questions, now }: BlastJob): Promise<Blast> {
  try {
    const [old, edited] = [await loadKnowledge(before), await loadKnowledge(after)];
    const asked = [...new Set([...questions, ...wordingsOf(old)])];
    const changes = changesBetween(asked, answer(old, asked, now), answer(edited, asked, now));
    return { kind: 'sound', asked: asked.length, changes };
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    return { kind: 'faulty', faults: error.faults.map(({ what, mend }) => `${what}; ${mend}`) };
  }
}

function wordingsOf({ questions, gaps }: Knowledge): string[] {
  const all = [...questions.values(), ...gaps.values()].flatMap(({ wordings }) => wordings);
  return all.filter((_, index) => index % EVERY === 0);
}

function answer(knowledge: Knowledge, asked: readonly string[], now: number): View[] {
  const assistant = createAssistant(knowledge);
  return asked.map((text) => {
    const request = { input: { text }, conversation: null, now, audience: 'patient', procedure: null } as const;
    const { reply } = assistant.reply(request);
    const { kind, level, lead, points } = reply;
    return { kind, level, lead, points, text: toPlainText(reply) };
  });
}
