import { z } from 'zod';
import type { Assistant, Audience, Conversation, ProcedureId, Turn } from '#core';
import { toRecord } from './record.ts';

/** `null` counts as left out; fields that are not listed are ignored. */
const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  session: z.string().nullish(),
  audience: z.enum(['patient', 'staff']).nullish(),
  procedure: z.string().nullish(),
});
type Line = z.infer<typeof lineSchema>;
type Id = Line['id'];
type Faulty = { readonly id: Id | null; readonly error: string };

/** Progress is reported this often, in milliseconds; a batch that takes less reports nothing. */
const PROGRESS_MS = 2_000;

export interface BatchOptions {
  readonly audience: Audience;
  readonly procedure: ProcedureId | null;
  /** Milliseconds since 1970; one time for the whole batch, so that no conversation expires within it. */
  readonly now: number;
  /** Takes one line of output; awaited, so that a slow reader does not fill memory. */
  readonly write: (line: string) => Promise<void>;
  readonly progress: (text: string) => void;
  /** Told how each reply came about. */
  readonly onTurn?: (id: Id, turn: Turn) => void;
}

/**
 * Answers JSON lines in input order, a reply line each. Lines of one session are one conversation. A faulty line gets
 * `{"id","error"}` and the rest is answered. Returns the exit status: 1 where any line was faulty.
 */
export async function answerBatch(
  assistant: Assistant,
  lines: AsyncIterable<string>,
  options: BatchOptions,
): Promise<number> {
  const { write, progress } = options;
  const answer = createAnswer(assistant, options);
  let [count, faulty, reported] = [0, 0, performance.now()];
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const parsed = parseLine(line, assistant);
    const result = 'error' in parsed ? parsed : answer(parsed);
    if ('error' in result) faulty += 1;
    await write(JSON.stringify(result));
    count += 1;
    if (performance.now() - reported < PROGRESS_MS) continue;
    reported = performance.now();
    progress(`${count} lines answered`);
  }
  if (faulty > 0) progress(`${faulty} of ${count} lines were faulty; see the lines with "error"`);
  return faulty > 0 ? 1 : 0;
}

function createAnswer(assistant: Assistant, { audience, procedure, now, onTurn }: BatchOptions) {
  const sessions = new Map<string, Conversation>();
  return (line: Line): ReturnType<typeof toRecord> | Faulty => {
    const started = performance.now();
    let turn: Turn;
    try {
      turn = assistant.reply({
        input: { text: line.text },
        conversation: line.session == null ? null : (sessions.get(line.session) ?? null),
        now,
        audience: line.audience ?? audience,
        procedure: line.procedure ?? procedure,
      });
    } catch (error) {
      return { id: line.id, error: `the program failed: ${error instanceof Error ? error.message : String(error)}` };
    }
    const ms = performance.now() - started;
    if (line.session != null) sessions.set(line.session, turn.conversation);
    onTurn?.(line.id, turn);
    return toRecord(line.id, turn.reply, ms);
  };
}

/** One input line, checked; what is wrong with it is said for each field. */
function parseLine(line: string, assistant: Assistant): Line | Faulty {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { id: null, error: 'not valid JSON; write one object a line' };
  }
  const { success, data, error } = lineSchema.safeParse(json);
  const id = z.object({ id: lineSchema.shape.id }).safeParse(json).data?.id ?? null;
  if (!success) {
    const said = error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`);
    return { id, error: said.join('; ') };
  }
  const known = [...assistant.knowledge.guides.keys()];
  if (data.procedure == null || known.includes(data.procedure)) return data;
  return { id, error: `procedure: no such guide; use one of ${known.join(', ')}` };
}
