import type { Knowledge } from '../knowledge/index.ts';
import type { Alarm, Audience, Block, Choice, ChoiceAction, Reply } from '../types.ts';
import { line, notice } from './setting.ts';
import { createSay } from './words.ts';

/** The alarm's own words, in order: number and action first. */
export interface AlarmWording {
  readonly lines: readonly string[];
  /** For an alarm that is unsure: the one question and the labels of its two answers. */
  readonly question: { readonly question: string; readonly happening: string; readonly asking: string };
  /** The message was longer than is read: what lay in the middle is unknown. */
  readonly cut: boolean;
}

/** Alarm -> Reply, with no answer to anything else. */
export type ComposeAlarm = (alarm: Alarm, words: AlarmWording, audience: Audience) => Reply;

export function createComposeAlarm(knowledge: Knowledge, encode: (action: ChoiceAction) => string): ComposeAlarm {
  const say = createSay(knowledge);
  return ({ level, category, unsure }, { lines, question, cut }, audience) => {
    const choices: Choice[] = [
      { id: encode({ kind: 'happening', category, level }), label: question.happening, facts: [] },
      { id: encode({ kind: 'just-asking' }), label: question.asking, facts: [] },
    ];
    const blocks: Block[] = [
      ...lines.map((text): Block => ({ kind: 'action', text })),
      ...(unsure ? [line(question.question)] : []),
      ...(cut ? [line(say('cut'))] : []),
      ...(knowledge.clinic.demo ? [notice(say('demo'))] : []),
    ];
    return {
      kind: 'escalate',
      level,
      category,
      confidence: null,
      procedure: null,
      lead: [],
      points: [],
      audience,
      choices: unsure ? choices : [],
      version: knowledge.version,
      blocks,
    };
  };
}
