import type { Turn } from './assistant.ts';
import { startConversation } from './conversation/index.ts';
import type { Knowledge } from './knowledge/index.ts';
import { createSay } from './reply/index.ts';
import type { Audience } from './types.ts';

/** The one reply for a failure of our own: what to do and whom to call, with nothing about the question. */
export function safeReply(knowledge: Knowledge, audience: Audience, now: number): Turn {
  const say = createSay(knowledge);
  const demo = knowledge.clinic.demo ? [{ kind: 'notice', text: say('demo') } as const] : [];
  return {
    reply: {
      kind: 'help',
      level: null,
      confidence: null,
      procedure: null,
      lead: [],
      points: [],
      choices: [],
      audience,
      version: knowledge.version,
      blocks: [{ kind: 'contact', text: say('error') }, ...demo],
    },
    conversation: startConversation(now),
    explanation: { screening: null, procedure: null, corrected: [], parts: [], decision: null },
  };
}
