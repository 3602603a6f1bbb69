import type { Knowledge } from '../knowledge/index.ts';
import type { Alarm, Audience, Choice, ChoiceAction, Reply } from '../types.ts';
import { createSay } from './words.ts';

/** Alarm -> Reply: number and action first, no answer to anything else. `repeat` where the last message was an alarm too. */
export type ComposeAlarm = (alarm: Alarm, audience: Audience, repeat: boolean) => Reply;

export function createComposeAlarm(knowledge: Knowledge, encode: (action: ChoiceAction) => string): ComposeAlarm {
  const say = createSay(knowledge);
  return ({ level, category, unsure }, audience) => {
    const choices: Choice[] = unsure
      ? [
          { id: encode({ kind: 'happening', category }), label: 'This is happening now', facts: [] },
          { id: encode({ kind: 'just-asking' }), label: "I'm just asking", facts: [] },
        ]
      : [];
    return {
      kind: 'escalate',
      level,
      category,
      confidence: null,
      procedure: null,
      lead: [],
      points: [],
      audience,
      choices,
      version: knowledge.version,
      blocks: [
        { kind: 'action', text: say('safety-net') },
        ...(knowledge.clinic.demo ? [{ kind: 'notice' as const, text: say('demo') }] : []),
      ],
    };
  };
}
