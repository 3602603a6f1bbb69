import type { Knowledge } from '../knowledge/index.ts';
import type { ChoiceAction, Conversation, Decision, Procedure, ProcedureId } from '../types.ts';

/** What a pressed choice leads to. */
export interface Chosen {
  readonly decision: Decision;
  readonly procedure: Procedure;
  readonly unsure: boolean;
}

/** Pressed choice -> decision. Null stands for an id that cannot be read; one whose ids are gone is stale as well: both get a fresh question. */
export function decideChoice(action: ChoiceAction | null, conversation: Conversation, knowledge: Knowledge): Chosen {
  const plain = (decision: Decision, procedure: Procedure = { kind: 'open' }): Chosen => ({
    decision,
    procedure,
    unsure: false,
  });
  switch (action?.kind) {
    case 'ask': {
      const asked = action.asked.filter((id) => knowledge.questions.has(id));
      const first = asked[0];
      if (first === undefined) break;
      const procedure = toProcedure(action.procedure, conversation, knowledge);
      const guides = procedure.kind === 'one' ? [procedure.id] : [...knowledge.guides.keys()];
      const held = asked.filter((id) =>
        guides.some((guide) =>
          knowledge.questions.get(id)?.answer.some((spot) => knowledge.guides.get(guide)?.facts.has(spot)),
        ),
      );
      return plain(
        held.length > 0
          ? { kind: 'answer', asked: held, gaps: [], chance: 1 }
          : { kind: 'not-in-guide', asked: first, chance: 1 },
        procedure,
      );
    }
    case 'topic':
      if (!knowledge.topics.has(action.topic)) break;
      return plain(
        { kind: 'topics', topics: [action.topic], compare: false },
        toProcedure(action.procedure, conversation, knowledge),
      );
    case 'unsure': {
      const asked = action.asked.filter((id) => knowledge.questions.has(id));
      if (asked.length === 0) break;
      return { decision: { kind: 'answer', asked, gaps: [], chance: 1 }, procedure: { kind: 'open' }, unsure: true };
    }
    case 'none':
      return plain({ kind: 'help', about: 'none-of-these' });
    case 'just-asking':
      return plain({
        kind: 'help',
        about: conversation.alarm?.language === 'es' ? 'not-happening-es' : 'not-happening',
      });
    default:
      break;
  }
  return plain({ kind: 'help', about: 'stale' });
}

/** The guide that the choice names; else the remembered one; else open. */
function toProcedure(id: ProcedureId | null, conversation: Conversation, knowledge: Knowledge): Procedure {
  if (id !== null && knowledge.guides.has(id)) return { kind: 'one', id, how: 'named' };
  const remembered = conversation.procedure;
  return remembered !== null && knowledge.guides.has(remembered)
    ? { kind: 'one', id: remembered, how: 'remembered' }
    : { kind: 'open' };
}
