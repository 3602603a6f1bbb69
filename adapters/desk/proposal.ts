import { readFile } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { addItems, type Day, daysBefore, type Knowledge, locate, setValue, toPatch } from '#core';

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^[^\p{Cc}{}]*$/u, 'must be one line without { and }');
const MOST_WORDINGS = 20;
/** Days until the next review of an answer. */
const YEAR_DAYS = 365;

/** What the form sends; everything but the entry may be empty. */
export const proposalSchema = z.object({
  /** Id of a gap or of a question. */
  entry: z.string().regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/u),
  answer: line(600).default(''),
  guide: z.string().max(60).default(''),
  source: line(120).default(''),
  by: line(80).default(''),
  wordings: z
    .string()
    .max(8_000)
    .transform((text) => text.split(/\r?\n/u).map((wording) => wording.trim()))
    .transform((wordings) => [...new Set(wordings.filter((wording) => wording !== ''))])
    .pipe(z.array(line(200).regex(/^(?!.*\[\w+\])/u, 'must not hold a mark such as [name]')).max(MOST_WORDINGS))
    .default([]),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** What was typed into the form, as it was, so that a fault in it costs nothing. */
export function toDraft(fields: Readonly<Record<string, unknown>>): Proposal {
  const of = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  const [entry, answer, guide, source, by] = [of('entry'), of('answer'), of('guide'), of('source'), of('by')];
  return { entry, answer, guide, source, by, wordings: of('wordings').split(/\r?\n/u) };
}

/** A proposal as a change of one file. */
export interface Edited {
  /** Within the knowledge directory. */
  readonly file: string;
  readonly text: string;
  readonly patch: string;
}

/** The change that a proposal makes, or what is wrong with the proposal, for the person who wrote it. Nothing is written. */
export async function editOf(
  proposal: Proposal,
  knowledge: Knowledge,
  today: Day,
): Promise<Edited | { fault: string }> {
  const { entry, answer, wordings, guide } = proposal;
  const place = await locate(knowledge.directory, entry);
  if (place === null) return { fault: 'The knowledge has no such entry any more.' };
  const isGap = knowledge.gaps.has(entry);
  if (answer !== '' && !isGap) return { fault: 'Only a gap takes an answer; a question is answered by facts.' };
  if (answer === '' && wordings.length === 0) return { fault: 'Write an answer, or at least one wording.' };
  if (guide !== '' && !knowledge.guides.has(guide)) return { fault: 'There is no such guide.' };
  const before = await readFile(join(knowledge.directory, place.file), 'utf8');
  const answered = answer === '' ? before : setValue(before, [...place.path, 'answer'], answerOf(proposal, today));
  const text =
    answered && (wordings.length === 0 ? answered : addItems(answered, [...place.path, 'wordings'], wordings));
  if (text === null)
    return { fault: 'This entry is written in a way that the desk cannot edit; edit the file by hand.' };
  return { file: place.file, text, patch: toPatch(patchPath(knowledge.directory, place.file), before, text) };
}

function answerOf({ answer, guide, source, by }: Proposal, today: Day) {
  const review =
    by === '' ? { state: 'unreviewed' } : { state: 'approved', by, on: today, next: daysBefore(today, -YEAR_DAYS) };
  return { text: answer, ...(guide === '' ? {} : { guide }), ...(source === '' ? {} : { source }), review };
}

/** As it is called from where the program runs; of a directory elsewhere from the directory above it. */
function patchPath(directory: string, file: string): string {
  const inside = relative(process.cwd(), directory);
  const folder = inside.startsWith('..') || isAbsolute(inside) ? basename(directory) : inside;
  return join(folder, file).split(sep).join('/');
}
