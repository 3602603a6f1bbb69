import { type Assistant, encodeChoice, type Procedure, type Turn } from '#core';
import type { Input } from './converse.ts';

/**
 * What leads to the same answer again, made of ids and never of a person's words; null where only those lead to it, and for
 * everything but answers. It is tried out, so that what is shared later states the same facts.
 */
export function againOf({ reply, explanation }: Turn, assistant: Assistant, now: number): Input | null {
  if (reply.kind !== 'answer') return null;
  const input = inputOf(explanation, reply.version);
  if (input === null) return null;
  const found = repeat(input, assistant, now, reply.audience);
  return found.version === reply.version && found.points.join() === reply.points.join() ? input : null;
}

/** The reply that `againOf` stands for, with no memory of anybody. */
export function repeat(input: Input, assistant: Assistant, now: number, audience: 'patient' | 'staff') {
  return assistant.reply({ input, conversation: null, now, audience, procedure: null }).reply;
}

function inputOf({ decision, procedure }: Turn['explanation'], version: string): Input | null {
  switch (decision?.kind) {
    case 'answer':
      return { choice: encodeChoice({ kind: 'ask', asked: decision.asked, procedure: oneOf(procedure) }, version) };
    case 'topics':
      return { text: quickCheck(procedure, decision.compare, decision.topics.at(-1)) };
    case 'guide':
      return { text: quickCheck(procedure, false) };
    default:
      return null;
  }
}

/** The line that staff would type. "Side effects" stand for two topics, of which the last one names both. */
function quickCheck(procedure: Procedure | null, compare: boolean, topic = ''): string {
  const codes = procedure?.kind === 'one' ? [procedure.id] : procedure?.kind === 'several' ? procedure.ids : [];
  return [...codes, compare ? 'compare' : '', topic].filter(Boolean).join(' ');
}

function oneOf(procedure: Procedure | null) {
  return procedure?.kind === 'one' ? procedure.id : null;
}
