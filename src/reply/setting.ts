import type { Guide, Knowledge } from '../knowledge/index.ts';
import type { Audience, Block, Procedure } from '../types.ts';
import type { Asked } from './doubt.ts';
import type { Say } from './words.ts';

/** What a reply depends on besides the decision. */
export interface Setting {
  readonly procedure: Procedure;
  readonly audience: Audience;
  /** The person speaks of risks or after-effects. */
  readonly safetyNet: boolean;
  /** A rule found what is most likely no alarm: the reply asks. */
  readonly doubt: Asked | null;
  /** The message was longer than is read. */
  readonly cut: boolean;
  /** YYYY-MM-DD, for overdue reviews. */
  readonly today: string;
  /** The person said that they do not know which guide is theirs. */
  readonly unsure: boolean;
}

/** The guides that a reply speaks of: the one meant, those named, or all. */
export function guidesOf(procedure: Procedure, knowledge: Knowledge): readonly Guide[] {
  if (procedure.kind !== 'one' && procedure.kind !== 'several') return [...knowledge.guides.values()];
  const ids = procedure.kind === 'one' ? [procedure.id] : procedure.ids;
  return ids.flatMap((id) => knowledge.guides.get(id) ?? []);
}

/** What every reply carries: whose it is, the version, the banner of a demo clinic, and the emergency line where text was cut. */
export function frameReply(setting: Setting, blocks: readonly Block[], knowledge: Knowledge, say: Say) {
  const cut: Block[] = setting.cut ? [line(say('cut'))] : [];
  const demo: Block[] = knowledge.clinic.demo ? [notice(say('demo'))] : [];
  return {
    procedure: setting.procedure.kind === 'one' ? setting.procedure.id : null,
    audience: setting.audience,
    version: knowledge.version,
    blocks: [...cut, ...blocks, ...demo],
  };
}

export function line(text: string): Block {
  return { kind: 'line', text };
}

export function notice(text: string): Block {
  return { kind: 'notice', text };
}
