import type { Knowledge, Question } from '../knowledge/index.ts';
import type { Conversation, Decision, Language, Match, Matched, Procedure, QuestionId } from '../types.ts';
import {
  ANSWER_FROM,
  HELP_FROM,
  LIKELY_HELP_FROM,
  LIKELY_SHARE,
  MOST_OFFERED,
  NAME_GAP_FROM,
  OFFER_FROM,
  SENTENCE_LEAD,
} from './thresholds.ts';

export interface Evidence {
  /** The whole message first, then its asking sentences. */
  readonly parts: readonly Matched[];
  readonly procedure: Procedure;
  readonly conversation: Conversation;
  readonly language: Language;
}

/** Evidence -> what to say. Answers when the chance is high, offers topics when it is middling, else says honestly what it does not know. */
export function decide(evidence: Evidence, knowledge: Knowledge): Decision {
  const { parts, procedure, conversation, language } = evidence;
  const whole = parts[0];
  if (whole === undefined || whole.terms.length === 0) return { kind: 'help', about: 'empty' };
  const help = helpIn(whole);
  if (help !== null) return { kind: 'help', about: help };
  if (language !== 'en') return { kind: 'abstain', reason: 'other-language', about: language, chance: 1 };
  if (procedure.kind === 'unknown-code')
    return { kind: 'abstain', reason: 'unknown-code', about: procedure.code, chance: 1 - whole.chance };
  if (whole.bare) return bareName(procedure, conversation, knowledge);
  const answered = isOutside(whole, knowledge) ? [] : answerable(parts);
  const lead = answered[0];
  if (lead !== undefined) return answer(lead, answered, parts, procedure, knowledge);
  return withoutAnswer(whole, evidence, knowledge);
}

/** Small talk, a wish for a person and the like count only where nothing else is asked. */
function helpIn(whole: Matched): string | null {
  const top = whole.matches[0];
  if (top?.kind !== 'help') return null;
  return top.score >= HELP_FROM || (top.score >= LIKELY_HELP_FROM && whole.chance < OFFER_FROM) ? top.id : null;
}

/** Only a procedure's name: the last question again for that guide, or else the guide's overview. */
function bareName(procedure: Procedure, conversation: Conversation, knowledge: Knowledge): Decision {
  const asked =
    procedure.kind === 'one' && procedure.how === 'named'
      ? conversation.asked.filter((id) => knowledge.questions.has(id))
      : [];
  const first = asked[0];
  if (first === undefined) return { kind: 'guide' };
  const held = asked.filter((id) => isHeld(knowledge.questions.get(id), procedure, knowledge));
  return held.length > 0
    ? { kind: 'answer', asked: held, gaps: [], chance: 1 }
    : { kind: 'not-in-guide', asked: first, chance: 1 };
}

/** Another procedure, body part or animal is named anywhere: the rest of the message is about that too. */
function isOutside(whole: Matched, knowledge: Knowledge): boolean {
  return whole.outside !== null && knowledge.outside[whole.outside]?.everywhere === true;
}

/** Parts that may be answered outright: the whole message, or those of its sentences that are surer or ask something else. */
function answerable(parts: readonly Matched[]): Matched[] {
  const sure = parts.filter((part) => part.chance >= ANSWER_FROM && bestOf(part, 'question') !== null);
  const [whole, ...sentences] = parts;
  if (whole === undefined || sentences.length === 0) return sure;
  const asking = sure.filter((part) => part !== whole);
  const surest = Math.max(0, ...asking.map((part) => part.chance));
  const distinct = new Set(asking.map((part) => bestOf(part, 'question')?.id));
  if (distinct.size > 1) return asking;
  return sure.includes(whole) && whole.chance + SENTENCE_LEAD >= surest ? [whole] : asking.slice(0, 1);
}

function answer(
  lead: Matched,
  answered: readonly Matched[],
  parts: readonly Matched[],
  procedure: Procedure,
  knowledge: Knowledge,
): Decision {
  const asked = [...new Set(answered.flatMap((part) => bestOf(part, 'question')?.id ?? []))].slice(0, 2);
  const held = asked.filter((id) => isHeld(knowledge.questions.get(id), procedure, knowledge));
  const first = asked[0] ?? '';
  if (held.length === 0) return { kind: 'not-in-guide', asked: first, chance: lead.chance };
  const gaps = answered.length > 0 && parts.length > 1 ? gapsBeside(parts.slice(1), answered) : [];
  return { kind: 'answer', asked: held, gaps, chance: lead.chance };
}

/** Gaps that other sentences of the same message clearly ask for. */
function gapsBeside(sentences: readonly Matched[], answered: readonly Matched[]): string[] {
  const others = sentences.filter((part) => !answered.includes(part));
  return others
    .flatMap((part) =>
      part.matches[0]?.kind === 'gap' && part.matches[0].score >= NAME_GAP_FROM ? [part.matches[0].id] : [],
    )
    .slice(0, 1);
}

function isHeld(question: Question | undefined, procedure: Procedure, knowledge: Knowledge): boolean {
  if (question === undefined) return false;
  const guides = guidesMeant(procedure, knowledge);
  return question.answer.some((spot) => guides.some((id) => knowledge.guides.get(id)?.facts.has(spot)));
}

function guidesMeant(procedure: Procedure, knowledge: Knowledge): string[] {
  if (procedure.kind === 'one') return [procedure.id];
  return procedure.kind === 'several' ? [...procedure.ids] : [...knowledge.guides.keys()];
}

function withoutAnswer(whole: Matched, evidence: Evidence, knowledge: Knowledge): Decision {
  const { parts, procedure, conversation } = evidence;
  const best = parts.toSorted((a, b) => b.chance - a.chance)[0] ?? whole;
  const gap = parts.flatMap((part) => bestOf(part, 'gap') ?? []).sort((a, b) => b.score - a.score)[0];
  const top = best.matches[0];
  const gapFirst = top?.kind === 'gap' || whole.matches[0]?.kind === 'gap';
  if (gap !== undefined && gapFirst && gap.score >= NAME_GAP_FROM)
    return { kind: 'gap', gap: gap.id, chance: gap.score };
  const outside = whole.outside;
  const options = optionsOf(best, procedure, knowledge);
  // Never a third round of asking.
  if (best.chance >= OFFER_FROM && !isOutside(whole, knowledge) && options.length > 0 && conversation.clarified < 2)
    return { kind: 'clarify', options, chance: best.chance };
  if (outside !== null) return { kind: 'abstain', reason: 'outside', about: outside, chance: 1 - best.chance };
  return { kind: 'abstain', reason: 'not-understood', about: null, chance: 1 - best.chance };
}

/** At most three questions of different topics, which the guides that are meant can answer. */
function optionsOf(part: Matched, procedure: Procedure, knowledge: Knowledge): QuestionId[] {
  const options = new Map<string, QuestionId>();
  const best = bestOf(part, 'question')?.score ?? 0;
  for (const { id, score } of part.matches) {
    const question = knowledge.questions.get(id);
    const answerable = question !== undefined && score >= LIKELY_SHARE * best && isHeld(question, procedure, knowledge);
    if (answerable && !options.has(question.topic)) options.set(question.topic, id);
  }
  return [...options.values()].slice(0, MOST_OFFERED);
}

function bestOf(part: Matched, kind: Match['kind']): Match | null {
  return part.matches.find((match) => match.kind === kind) ?? null;
}
