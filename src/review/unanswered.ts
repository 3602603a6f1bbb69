import type { Conversation, Explanation, Reply } from '../types.ts';

/** A message that got no answer, as far as it may be looked at later. */
export interface Unanswered {
  /** `offered`: topics were offered, so that it is unanswered only where none of them is chosen. */
  readonly kind: 'not-understood' | 'offered';
  /** Id of the question or gap that came nearest. */
  readonly about: string | null;
}

/** What a turn leaves behind; the last two are the memory before and after it. */
export interface Outcome {
  readonly reply: Reply;
  readonly explanation: Explanation;
  readonly before: Conversation | null;
  readonly conversation: Conversation;
}

/**
 * Null for everything that must not be kept: what was answered, what is about another subject or in another language, every
 * alarm and whatever follows one in its conversation (privacy: never for an escalated message).
 */
export function unansweredIn({ reply, explanation, before, conversation }: Outcome): Unanswered | null {
  const { decision, parts } = explanation;
  if (reply.kind === 'escalate' || before?.alarm || conversation.alarm !== null) return null;
  if (decision?.kind === 'clarify') return { kind: 'offered', about: decision.options[0] ?? null };
  if (decision?.kind !== 'abstain' || decision.reason !== 'not-understood') return null;
  return { kind: 'not-understood', about: parts[0]?.matches.find(({ kind }) => kind !== 'help')?.id ?? null };
}
