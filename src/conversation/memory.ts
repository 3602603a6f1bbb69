import type { Alarm, Conversation, Decision, Procedure } from '../types.ts';

/** Memory lasts this long after the last message, in milliseconds (DESIGN: 30 minutes). */
export const MEMORY_MS = 30 * 60 * 1000;

/** An empty memory. `now` is in milliseconds since 1970. */
export function startConversation(now: number): Conversation {
  return { procedure: null, asked: [], clarified: 0, alarm: null, at: now };
}

/** What is still remembered at `now`: the conversation, or a fresh one when it is older than 30 minutes or from the future. */
export function recall(conversation: Conversation | null, now: number): Conversation {
  if (conversation === null) return startConversation(now);
  const age = now - conversation.at;
  return age >= 0 && age <= MEMORY_MS ? conversation : startConversation(now);
}

/** Memory after a reply: the guide and the question of the last answer, how often the bot has asked back, ids only. */
export function remember(decision: Decision, procedure: Procedure, before: Conversation, now: number): Conversation {
  const answered = decision.kind === 'answer' ? decision.asked : before.asked;
  return {
    procedure: procedure.kind === 'one' ? procedure.id : before.procedure,
    asked: answered,
    clarified: decision.kind === 'clarify' ? before.clarified + 1 : 0,
    alarm: decision.kind === 'help' && decision.about.startsWith('not-happening') ? null : before.alarm,
    at: now,
  };
}

/** Memory after an alarm: what was asked before stays, the alarm is remembered. */
export function rememberAlarm(alarm: Alarm, before: Conversation, now: number): Conversation {
  const { level, category, language } = alarm;
  return { ...before, clarified: 0, alarm: { level, category, language }, at: now };
}
