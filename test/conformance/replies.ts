import { type Assistant, type Audience, type Reply, type Request, toPlainText } from '#core';
import { encodeChoice } from '../../src/conversation/index.ts';

/** 15 January 2026: no clock in tests. */
export const NOW = Date.UTC(2026, 0, 15);

export function replyTo(assistant: Assistant, input: Request['input'], audience: Audience): Reply {
  return assistant.reply({ input, conversation: null, now: NOW, audience, procedure: null }).reply;
}

/** Every question, topic, comparison, gap, alarm and help of a knowledge as a reply; equal ones once. */
export function everyReply(assistant: Assistant, audience: Audience): readonly Reply[] {
  const { knowledge } = assistant;
  const { version, guides, questions, topics, gaps, help, redFlags } = knowledge;
  const procedures = [null, ...guides.keys()];
  const press = (action: Parameters<typeof encodeChoice>[0]) => ({ choice: encodeChoice(action, version) });
  const inputs: Request['input'][] = [
    ...[...questions.keys()].flatMap((id) => [
      ...procedures.map((procedure) => press({ kind: 'ask', asked: [id], procedure })),
      press({ kind: 'unsure', asked: [id] }),
    ]),
    ...[...topics.keys()].flatMap((topic) => procedures.map((procedure) => press({ kind: 'topic', topic, procedure }))),
    ...[...guides.keys()].map((text) => ({ text })),
    { text: 'compare' },
    ...[...gaps.values(), ...help.values()].map(({ wordings }) => ({ text: wordings[0] ?? '' })),
    ...Object.values(redFlags.rules).flatMap(({ category, fires }) => [
      { text: fires[0] ?? '' },
      press({ kind: 'happening', category, level: 'emergency' }),
    ]),
  ];
  const replies = inputs.map((input) => replyTo(assistant, input, audience));
  return [...new Map(replies.map((reply) => [toPlainText(reply), reply])).values()];
}

/** Line breaks and wrapping are the channel's business. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
