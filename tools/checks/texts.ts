import type { Assistant, Knowledge } from '#core';
import type { Finding } from './finding.ts';

/** Highest grade (US school years) of one statement, of a patient's whole reply and of all texts on average, and of an alarm. */
const STATEMENT_GRADE = 8;
const REPLY_GRADE = 6;
const ALARM_GRADE = 5;

/** Text -> reading grade; an explained term of the lexicon counts as two syllables. */
export type Grade = (text: string, terms: ReadonlySet<string>) => number;

/** Every text by itself, and all on average. */
export function checkGrades(knowledge: Knowledge, grade: Grade): Finding[] {
  const terms = termsOf(knowledge);
  const texts = textsOf(knowledge).map(({ about, text }) => ({ about, grade: grade(text, terms) }));
  const mean = texts.reduce((sum, one) => sum + one.grade, 0) / texts.length;
  return [
    ...texts.flatMap((one) => above(one.about, 'reads', one.grade, STATEMENT_GRADE)),
    ...above('all texts', 'read on average', mean, REPLY_GRADE),
    ...alarmsOf(knowledge).flatMap(({ about, text }) => above(about, 'reads', grade(text, terms), ALARM_GRADE)),
  ];
}

/** A patient's whole reply to each question, without its source line. */
export function checkReplies(assistant: Assistant, grade: Grade): Finding[] {
  const { knowledge } = assistant;
  const terms = termsOf(knowledge);
  return [...knowledge.questions.keys()].flatMap((id) => {
    const input = { choice: `${knowledge.version}|q||${id}` };
    const { reply } = assistant.reply({ input, conversation: null, now: 0, audience: 'patient', procedure: null });
    const said = reply.blocks.filter((block) => block.kind !== 'source' && block.kind !== 'notice');
    const words = said.map((block) =>
      block.kind === 'guide' ? block.statements.map((one) => one.text).join(' ') : block.text,
    );
    return above(id, 'the whole reply reads', grade(words.join(' '), terms), REPLY_GRADE);
  });
}

function above(about: string, what: string, reached: number, limit: number): Finding[] {
  if (reached <= limit) return [];
  const long = `${what} at grade ${reached.toFixed(1)}, above ${limit}; use shorter words and sentences`;
  return [{ level: 'error', group: 'reading grade', about, what: long }];
}

function termsOf(knowledge: Knowledge): ReadonlySet<string> {
  return new Set(Object.keys(knowledge.lexicon.terms).map((term) => term.toLowerCase()));
}

interface Text {
  readonly about: string;
  readonly text: string;
}

function textsOf({ facts, cautions, gaps, questions, replies }: Knowledge): Text[] {
  return [
    ...[...facts.values()].map(({ id, text }) => ({ about: id, text })),
    ...[...cautions].map(([name, { text }]) => ({ about: `caution ${name}`, text })),
    ...[...gaps].flatMap(([name, { answer }]) =>
      answer === undefined ? [] : [{ about: `answer of ${name}`, text: answer.text }],
    ),
    ...[...questions.values()].flatMap(({ id, but }) => (but === null ? [] : [{ about: `but of ${id}`, text: but }])),
    ...Object.entries(replies)
      .filter(([name]) => !name.startsWith('staff-') && !name.endsWith('-es'))
      .map(([name, text]) => ({ about: `reply ${name}`, text: text.replace(/\{\w+\}/gu, 'phone') })),
  ];
}

/** What a patient reads when an alarm is raised, for each category and level; the clinic's own sentences are not graded. */
function alarmsOf({ redFlags, alarms }: Knowledge): Text[] {
  const raised = [...Object.values(redFlags.rules), ...Object.values(redFlags.combinations)];
  const texts = raised.map(({ category, level }): [string, string] => {
    const said = alarms.categories[category] ?? alarms.otherwise;
    const kind = ('kind' in said ? said.kind : undefined) ?? level;
    const lines = alarms.kinds[kind].map((line) => line.patient).join(' ');
    const words: Record<string, string> = {
      understood: said.understood.english,
      watch: (said.watch ?? alarms.otherwise.watch).english,
      after_hours: '',
    };
    return [`alarm ${category} (${kind})`, lines.replace(/\{(\w+)\}/gu, (_, name: string) => words[name] ?? 'phone')];
  });
  return [...new Map(texts)].map(([about, text]) => ({ about, text }));
}
