import { type Assistant, type Knowledge, type QuestionId, requiredCautions } from '#core';

/** Something that the loader lets pass and a nurse should know. Errors fail the check, warnings do not. */
export interface Finding {
  readonly level: 'error' | 'warning';
  readonly about: string;
  readonly what: string;
}

/** Highest grade of one statement, of an alarm, and of all statements together (US school years). */
export const STATEMENT_GRADE = 8;
export const MEAN_GRADE = 6;
/** Highest grade of a patient's whole reply. */
export const REPLY_GRADE = 6;

/** Text -> reading grade; null where the measuring packages are not installed. */
export type Grade = ((text: string, terms: ReadonlySet<string>) => number) | null;

/** Everything that only a check finds; `today` is YYYY-MM-DD. */
export function checkKnowledge(assistant: Assistant, grade: Grade, today: string): Finding[] {
  const replies = grade === null ? [] : checkReplies(assistant, grade);
  return [...checkTexts(assistant.knowledge, grade, today), ...replies, ...checkWordings(assistant)];
}

/** Facts, cautions, reviews and reading grades; quick. */
export function checkTexts(knowledge: Knowledge, grade: Grade, today: string): Finding[] {
  return [
    ...factFindings(knowledge),
    ...cautionFindings(knowledge),
    ...reviewFindings(knowledge, today),
    ...(grade === null ? [] : gradeFindings(knowledge, grade)),
  ];
}

function factFindings(knowledge: Knowledge): Finding[] {
  const asked = new Set(
    [...knowledge.questions.values()]
      .filter((question) => !question.whole && question.wordings.length > 0)
      .flatMap((question) => [...question.answer, ...question.also]),
  );
  return [...knowledge.facts.values()].flatMap((fact): Finding[] => [
    ...(asked.has(`${fact.topic}/${fact.point}`)
      ? []
      : [
          {
            level: 'error',
            about: fact.id,
            what: 'no question leads to this fact; name it in knowledge/questions',
          } as const,
        ]),
    ...(knowledge.relationOf.has(fact.id)
      ? []
      : [
          {
            level: 'error',
            about: fact.id,
            what: 'compare.yaml lacks this fact; add it as same, different or only-here',
          } as const,
        ]),
  ]);
}

function cautionFindings(knowledge: Knowledge): Finding[] {
  return [...knowledge.cautions].flatMap(([name, caution]): Finding[] => {
    const bound = [...knowledge.facts.keys()].some((id) => requiredCautions(knowledge, id).includes(name));
    const used = [...knowledge.gaps.values()].some((gap) => gap.cautions.includes(name));
    if (caution.used_by === 'gaps' ? used : bound) return [];
    return [
      { level: 'error', about: `caution ${name}`, what: 'is bound to nothing; correct required_on, or remove it' },
    ];
  });
}

function reviewFindings(knowledge: Knowledge, today: string): Finding[] {
  return [...knowledge.facts.values()].flatMap(({ id, review }): Finding[] => {
    if (review.next !== undefined && review.next < today)
      return [{ level: 'warning', about: id, what: `its review was due on ${review.next}` }];
    return review.state === 'approved' && (review.by === undefined || review.on === undefined)
      ? [{ level: 'error', about: id, what: 'is approved, but not by whom and when; fill in by and on' }]
      : [];
  });
}

function gradeFindings(knowledge: Knowledge, grade: NonNullable<Grade>): Finding[] {
  const terms = termsOf(knowledge);
  const texts = [
    ...[...knowledge.facts.values()].map((fact) => [fact.id, fact.text] as const),
    ...[...knowledge.cautions].map(([name, caution]) => [`caution ${name}`, caution.text] as const),
    ...Object.entries(knowledge.replies).map(
      ([name, text]) => [`reply ${name}`, text.replace(/\{\w+\}/gu, 'phone')] as const,
    ),
  ];
  const graded = texts.map(([about, text]) => ({ about, grade: grade(text, terms) }));
  const mean = graded.reduce((sum, one) => sum + one.grade, 0) / graded.length;
  return [
    ...graded
      .filter((one) => one.grade > STATEMENT_GRADE)
      .map(
        (one): Finding => ({
          level: 'error',
          about: one.about,
          what: `reads at grade ${one.grade.toFixed(1)}, above ${STATEMENT_GRADE}; use shorter words and sentences`,
        }),
      ),
    ...(mean > MEAN_GRADE
      ? [
          {
            level: 'error',
            about: 'all texts',
            what: `read at grade ${mean.toFixed(1)} on average, above ${MEAN_GRADE}`,
          } as const,
        ]
      : []),
  ];
}

/** A patient's whole reply to each question, without its source line, must read at grade 6 or lower. */
export function checkReplies(assistant: Assistant, grade: NonNullable<Grade>): Finding[] {
  const { knowledge } = assistant;
  const terms = termsOf(knowledge);
  return [...knowledge.questions.keys()].flatMap((id): Finding[] => {
    const choice = `${knowledge.version}|q||${id}`;
    const { reply } = assistant.reply({
      input: { choice },
      conversation: null,
      now: 0,
      audience: 'patient',
      procedure: null,
    });
    const said = reply.blocks.filter((block) => block.kind !== 'source' && block.kind !== 'notice');
    const words = said.map((block) =>
      block.kind === 'guide' ? block.statements.map((one) => one.text).join(' ') : block.text,
    );
    const reached = grade(words.join(' '), terms);
    return reached > REPLY_GRADE
      ? [
          {
            level: 'error',
            about: id,
            what: `the whole reply reads at grade ${reached.toFixed(1)}, above ${REPLY_GRADE}`,
          },
        ]
      : [];
  });
}

function termsOf(knowledge: Knowledge): ReadonlySet<string> {
  return new Set(Object.keys(knowledge.lexicon.terms).map((term) => term.toLowerCase()));
}

/** A wording must lead to its own question, and no two questions may claim the same one; about a millisecond a wording. */
export function checkWordings(assistant: Assistant): Finding[] {
  const { knowledge } = assistant;
  const claims = new Map<string, { readonly id: string; readonly wording: string }>();
  const owned = [
    ...[...knowledge.questions.values()].map((question) => [question.id, question.wordings] as const),
    ...[...knowledge.gaps].map(([id, gap]) => [id, gap.wordings] as const),
  ];
  return owned.flatMap(([id, wordings]) =>
    wordings.flatMap((wording): Finding[] => {
      const { parts, screening } = assistant.reply({
        input: { text: wording },
        conversation: null,
        now: 0,
        audience: 'patient',
        procedure: null,
      }).explanation;
      if (screening?.kind === 'alarm')
        return [{ level: 'warning', about: id, what: `"${wording}" raises an alarm (${screening.ruleId})` }];
      const whole = parts[0];
      const key = [...(whole?.terms ?? [])].sort().join(' ');
      const other = claims.get(key);
      claims.set(key, { id, wording });
      if (other !== undefined && !sameAnswer(other.id, id, knowledge)) {
        return [
          {
            level: 'error',
            about: id,
            what: `"${wording}" is understood as "${other.wording}" of ${other.id}; remove one of them`,
          },
        ];
      }
      const top = whole?.matches[0]?.id;
      if (top === undefined || top === id || sameAnswer(top, id, knowledge)) return [];
      return [{ level: 'warning', about: id, what: `"${wording}" leads to ${top}` }];
    }),
  );
}

/** Two questions of one topic, or two gaps, may share a wording: the reply is much the same. */
function sameAnswer(a: QuestionId, b: QuestionId, knowledge: Knowledge): boolean {
  if (a === b) return true;
  const [first, second] = [knowledge.questions.get(a), knowledge.questions.get(b)];
  if (first === undefined || second === undefined) return first === second;
  return first.topic === second.topic || first.answer[0] === second.answer[0];
}
