import { type Assistant, type Knowledge, type ReviewState, requiredCautions } from '#core';
import type { Finding } from './finding.ts';
import { checkGrades, checkReplies, type Grade } from './texts.ts';
import { checkWordings } from './wordings.ts';

export { count, type Finding, toReport } from './finding.ts';
export { checkReplies, type Grade } from './texts.ts';
export { checkWordings } from './wordings.ts';

/** A patient reads an answer's first line on a phone (DESIGN, "Short"). */
const FACT_WORDS = 25;

/** Everything that only a check finds; `grade` is null where the measuring packages are not installed, `today` is YYYY-MM-DD. */
export function checkKnowledge(assistant: Assistant, grade: Grade | null, today: string): Finding[] {
  return [
    ...checkTexts(assistant.knowledge, grade, today),
    ...(grade === null ? [] : checkReplies(assistant, grade)),
    ...checkWordings(assistant),
  ];
}

/** Facts, cautions, reviews and reading grades; quick. */
export function checkTexts(knowledge: Knowledge, grade: Grade | null, today: string): Finding[] {
  return [
    ...factFindings(knowledge),
    ...cautionFindings(knowledge),
    ...reviewFindings(knowledge, today),
    ...(grade === null ? [] : checkGrades(knowledge, grade)),
  ];
}

function factFindings(knowledge: Knowledge): Finding[] {
  const asked = new Set([...knowledge.guides.keys()].flatMap((id) => askedFacts(knowledge, id)));
  const finding = (about: string, what: string): Finding => ({ level: 'error', group: 'facts', about, what });
  return [...knowledge.facts.values()].flatMap(({ id, text }) => [
    ...(text.split(/\s+/u).length > FACT_WORDS ? [finding(id, `is longer than ${FACT_WORDS} words; shorten it`)] : []),
    ...(asked.has(id) ? [] : [finding(id, 'no question leads to this fact; name it in knowledge/questions')]),
    ...(knowledge.relationOf.has(id)
      ? []
      : [finding(id, 'compare.yaml lacks this fact; add it as same, different or only-here')]),
  ]);
}

/** Facts that a single question with wordings shows: of `answer` the first that the guide has, of `also` all. */
function askedFacts({ guides, questions }: Knowledge, guide: string): string[] {
  const facts = guides.get(guide)?.facts;
  return [...questions.values()]
    .filter((question) => !question.whole && question.wordings.length > 0)
    .flatMap(({ answer, also }) => [...answer.filter((spot) => facts?.has(spot)).slice(0, 1), ...also])
    .flatMap((spot) => facts?.get(spot)?.id ?? []);
}

function cautionFindings(knowledge: Knowledge): Finding[] {
  const ids = [...knowledge.facts.keys()];
  return [...knowledge.cautions].flatMap(([name, caution]): Finding[] => {
    const finding = (what: string): Finding => ({ level: 'error', group: 'cautions', about: name, what });
    const idle = caution.required_on.filter((pattern) => {
      const cautions = new Map([[name, { ...caution, required_on: [pattern] }]]);
      return !ids.some((id) => requiredCautions({ cautions }, id).length > 0);
    });
    const used = [...knowledge.gaps.values()].some((gap) => gap.cautions.includes(name));
    const unbound = caution.used_by === 'gaps' ? !used : caution.required_on.length === 0;
    return [
      ...idle.map((pattern) => finding(`is required on "${pattern}", which fits no fact; correct or remove it`)),
      ...(unbound ? [finding('is bound to nothing; fill in required_on, or remove it')] : []),
    ];
  });
}

function reviewFindings({ facts, cautions, gaps }: Knowledge, today: string): Finding[] {
  const reviews: (readonly [string, ReviewState])[] = [
    ...[...facts].map(([id, { review }]) => [id, review] as const),
    ...[...cautions].map(([name, { review }]) => [`caution ${name}`, review] as const),
    ...[...gaps].flatMap(([name, { answer }]) => (answer === undefined ? [] : [[name, answer.review] as const])),
  ];
  return reviews.flatMap(([about, { state, by, on, next }]): Finding[] => {
    if (next !== undefined && next < today)
      return [{ level: 'warning', group: 'reviews', about, what: `its review was due on ${next}` }];
    if (state !== 'approved' || (by !== undefined && on !== undefined)) return [];
    const what = 'is approved, but not by whom and when; fill in by and on';
    return [{ level: 'error', group: 'reviews', about, what }];
  });
}
