import type { Fact, Guide, Knowledge, Question } from '../knowledge/index.ts';
import type { FactId } from '../types.ts';

/** Facts of one or several guides under one heading. */
export interface Shown {
  /** Guides that say this; more than one where they agree. */
  readonly guides: readonly Guide[];
  readonly facts: readonly Fact[];
}

/** What one question, or a whole topic, shows. */
export interface Picked {
  readonly lead: readonly FactId[];
  readonly shown: readonly Shown[];
  /** Guides among those meant that have nothing on it. */
  readonly silent: readonly Guide[];
}

/** The facts that answer a question, for each guide meant. */
export function pickFacts(question: Question, guides: readonly Guide[], knowledge: Knowledge): Picked {
  const perGuide = guides.map((guide) => ({ guide, facts: factsOf(question, guide) }));
  const having = perGuide.filter(({ facts }) => facts.length > 0);
  const firsts = having.flatMap(({ facts }) => facts[0] ?? []);
  return {
    lead: leadOf(question, firsts).map((fact) => fact.id),
    shown: merge(having, knowledge),
    silent: perGuide.filter(({ facts }) => facts.length === 0).map(({ guide }) => guide),
  };
}

/** All facts of a topic, in the guides' order; with `differing`, only those on which the guides do not agree. */
export function pickTopic(topic: string, guides: readonly Guide[], knowledge: Knowledge, differing = false): Picked {
  const perGuide = guides.map((guide) => ({
    guide,
    facts: [...guide.facts.values()].filter(
      (fact) => fact.topic === topic && !(differing && knowledge.relationOf.get(fact.id)?.relation === 'same'),
    ),
  }));
  const having = perGuide.filter(({ facts }) => facts.length > 0);
  return {
    lead: having.flatMap(({ facts }) => facts[0]?.id ?? []),
    shown: merge(having, knowledge),
    silent: perGuide.filter(({ facts }) => facts.length === 0).map(({ guide }) => guide),
  };
}

function factsOf(question: Question, guide: Guide): Fact[] {
  if (question.whole) return [...guide.facts.values()].filter((fact) => fact.topic === question.topic);
  const first = question.answer.flatMap((spot) => guide.facts.get(spot) ?? [])[0];
  if (first === undefined) return [];
  const also = question.also.flatMap((spot) => guide.facts.get(spot) ?? []);
  return [...new Set([first, ...also])];
}

/** A guide that answers only from another topic than the question's first choice does not lead where a guide has the first choice. */
function leadOf(question: Question, firsts: readonly Fact[]): readonly Fact[] {
  const wanted = question.answer[0]?.split('/')[0];
  const leading = firsts.filter((fact) => fact.topic === wanted);
  return question.whole || leading.length === 0 ? firsts : leading;
}

/** What the guides say in the same words is said once, first where it leads; the rest stands under each guide's name. */
function merge(
  perGuide: readonly { readonly guide: Guide; readonly facts: readonly Fact[] }[],
  knowledge: Knowledge,
): Shown[] {
  const shared = new Map<FactId, Fact[]>();
  const all = perGuide.flatMap(({ facts }) => facts);
  for (const fact of all) {
    const relation = knowledge.relationOf.get(fact.id);
    const group = relation?.relation === 'same' ? all.filter((other) => relation.facts.includes(other.id)) : [];
    if (group.length === perGuide.length && group.length > 1) shared.set(fact.id, group);
  }
  const first = perGuide[0];
  if (first === undefined) return [];
  const together: Shown = {
    guides: perGuide.map(({ guide }) => guide),
    facts: first.facts.filter((fact) => shared.has(fact.id)).flatMap((fact) => shared.get(fact.id) ?? []),
  };
  const apart = perGuide.map(
    ({ guide, facts }): Shown => ({ guides: [guide], facts: facts.filter((fact) => !shared.has(fact.id)) }),
  );
  return [together, ...apart].filter((part) => part.facts.length > 0);
}
