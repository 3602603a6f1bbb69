import type { Guide, Knowledge, Question, ReplyKey } from '../knowledge/index.ts';
import type { AbstainReason, Block } from '../types.ts';
import type { Say } from './words.ts';

/** Blocks of a reply that does not answer: what was understood, and who can help. */
export interface HandOver {
  gap(id: string): Block[];
  notInGuide(question: Question | undefined, guides: readonly Guide[], elsewhere: boolean): Block[];
  abstain(reason: AbstainReason, about: string | null): Block[];
}

const ROUTES = {
  clinic: 'hand-over',
  billing: 'hand-over-billing',
  'front-desk': 'hand-over-front-desk',
  'pharmacist-or-prescriber': 'hand-over-pharmacist',
} as const;

export function createHandOver(knowledge: Knowledge, say: Say): HandOver {
  const contact = (key: ReplyKey): Block => ({ kind: 'contact', text: say(key) });
  const line = (text: string): Block => ({ kind: 'line', text });
  return {
    gap: (id) => {
      const gap = knowledge.gaps.get(id);
      if (gap === undefined) return [line(say('not-understood')), contact('hand-over')];
      const cautions = gap.cautions.flatMap((name): Block[] => {
        const caution = knowledge.cautions.get(name);
        return caution === undefined ? [] : [{ kind: 'caution', id: name, text: caution.text, facts: [] }];
      });
      return [line(say('gap', { asks: gap.asks })), ...cautions, contact(ROUTES[gap.route])];
    },
    notInGuide: (question, guides, elsewhere) => {
      const name = guides[0]?.name ?? '';
      const lines = [
        line(say('not-in-guide', { name, asks: question?.asks ?? '' })),
        ...(elsewhere ? [line(say('not-in-guide-other'))] : []),
      ];
      return [...lines, contact('hand-over')];
    },
    abstain: (reason, about) => {
      const says = about === null ? '' : (knowledge.outside[about]?.says ?? '');
      const lines: Record<AbstainReason, () => string[]> = {
        'not-understood': () => [say('not-understood')],
        outside: () => [say('outside', { says })],
        'unknown-code': () => [say('unknown-code', { code: about ?? '' })],
        'other-language': () => [say(about === 'es' ? 'other-language-es' : 'other-language')],
      };
      const spanish = reason === 'other-language' && about === 'es';
      return [...lines[reason]().map(line), contact(spanish ? 'hand-over-es' : 'hand-over')];
    },
  };
}
