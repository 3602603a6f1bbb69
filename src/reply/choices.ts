import type { Guide, Knowledge, Question } from '../knowledge/index.ts';
import type { Choice, ChoiceAction, Procedure, ProcedureId, QuestionId } from '../types.ts';
import { type Picked, pickFacts } from './facts.ts';
import { guidesOf } from './setting.ts';
import type { Say } from './words.ts';

/** Buttons that a reply offers; each holds ids only. */
export interface Choices {
  /** "Mine is ..." for each guide, and "I'm not sure", where the guides differ and none is named. */
  mine(questions: readonly Question[], picks: readonly Picked[], procedure: Procedure): Choice[];
  /** The questions themselves, for the guide that is meant. */
  questions(ids: readonly QuestionId[], procedure: Procedure): Choice[];
  /** The question that a nearest fact answers. */
  near(spot: string, procedure: Procedure): Choice[];
  /** The same question in another guide. */
  elsewhere(question: Question, guides: readonly Guide[]): Choice[];
  /** All topics of the guides. */
  topics(procedure: Procedure): Choice[];
  none(): Choice;
}

/** @param encode makes a choice's id of what it means */
export function createChoices(knowledge: Knowledge, say: Say, encode: (action: ChoiceAction) => string): Choices {
  const ask = (question: Question, procedure: ProcedureId | null, label: string, guides: readonly Guide[]): Choice => ({
    id: encode({ kind: 'ask', asked: [question.id], procedure }),
    label,
    facts: pickFacts(question, guides, knowledge).lead,
  });
  const forQuestion = (question: Question, procedure: Procedure): Choice[] => {
    const choice = ask(
      question,
      idOf(procedure),
      say('choice-question', { asks: question.asks }),
      guidesOf(procedure, knowledge),
    );
    return choice.facts.length > 0
      ? [{ ...choice, label: choice.label.charAt(0).toUpperCase() + choice.label.slice(1) }]
      : [];
  };
  return {
    mine: (questions, picks, procedure) => {
      const differ = picks.some((pick) => pick.shown.some((part) => part.guides.length === 1));
      if (procedure.kind !== 'open' || !differ) return [];
      const asked = questions.map((question) => question.id);
      const mine = guidesOf(procedure, knowledge).map(
        (guide): Choice => ({
          id: encode({ kind: 'ask', asked, procedure: guide.id }),
          label: say('choice-mine', { name: guide.name }),
          facts: questions.flatMap((question) => pickFacts(question, [guide], knowledge).lead),
        }),
      );
      return [...mine, { id: encode({ kind: 'unsure', asked }), label: say('choice-unsure'), facts: [] }];
    },
    questions: (ids, procedure) =>
      ids.flatMap((id) => knowledge.questions.get(id) ?? []).flatMap((question) => forQuestion(question, procedure)),
    near: (spot, procedure) => {
      const question = [...knowledge.questions.values()].find((one) => !one.whole && one.answer[0] === spot);
      return question === undefined ? [] : forQuestion(question, procedure);
    },
    elsewhere: (question, guides) =>
      guides.map((guide) => ask(question, guide.id, guide.name, [guide])).filter((choice) => choice.facts.length > 0),
    topics: (procedure) => {
      const guides = guidesOf(procedure, knowledge);
      const slugs = [...new Set(guides.flatMap((guide) => guide.topics))];
      return slugs
        .flatMap((slug) => knowledge.topics.get(slug) ?? [])
        .map(({ slug, title }) => ({
          id: encode({ kind: 'topic', topic: slug, procedure: idOf(procedure) }),
          label: title,
          facts: guides
            .flatMap((guide) => [...guide.facts.values()])
            .filter((fact) => fact.topic === slug)
            .map((fact) => fact.id),
        }));
    },
    none: () => ({ id: encode({ kind: 'none' }), label: say('choice-none'), facts: [] }),
  };
}

function idOf(procedure: Procedure): ProcedureId | null {
  return procedure.kind === 'one' ? procedure.id : null;
}
