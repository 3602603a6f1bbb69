import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type Assistant,
  type Audience,
  type Conversation,
  createAssistant,
  loadKnowledge,
  type Reply,
  toPlainText,
} from '#core';

export const KNOWLEDGE = join(import.meta.dirname, '../knowledge');

let shared: Promise<Assistant> | undefined;
/** The assistant on the shipped knowledge, built once a test file. */
export function shippedAssistant(): Promise<Assistant> {
  shared ??= loadKnowledge(KNOWLEDGE).then(createAssistant);
  return shared;
}

/** A copy of the shipped knowledge that a test may change. */
export async function copyOfKnowledge(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'knowledge-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  await cp(KNOWLEDGE, directory, { recursive: true });
  return directory;
}

/** One person's conversation: what they type or press, and what they get. */
export function createPerson(assistant: Assistant, audience: Audience = 'patient', now = () => Date.UTC(2026, 0, 15)) {
  let conversation: Conversation | null = null;
  const send = (input: { text: string } | { choice: string }, procedure: string | null = null): Reply => {
    const turn = assistant.reply({ input, conversation, now: now(), audience, procedure });
    conversation = turn.conversation;
    return turn.reply;
  };
  return {
    types: (text: string, procedure: string | null = null) => send({ text }, procedure),
    presses: (choice: string) => send({ choice }),
    memory: () => conversation,
  };
}

/** Only the words that state something: the reply's text without choices. */
export function wordsOf(reply: Reply): string {
  return toPlainText({ ...reply, choices: [] });
}
