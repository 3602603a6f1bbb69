import { z } from 'zod';
import type { Assistant, Audience, Conversation } from '#core';
import { toRecord } from './record.ts';

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  session: z.string().optional(),
  audience: z.enum(['patient', 'staff']).optional(),
  procedure: z.string().nullable().optional(),
});

/** Progress is reported on standard error once this many lines are answered, and so on. */
const PROGRESS_EVERY = 1_000;

/**
 * Answers JSON lines in input order, a reply line each. Lines of one session are one conversation. A faulty line gets
 * `{"id","error"}` and the rest is answered. Returns the exit status: 1 where any line was faulty.
 */
export async function answerBatch(
  assistant: Assistant,
  lines: AsyncIterable<string>,
  defaults: { readonly audience: Audience; readonly procedure: string | null },
): Promise<number> {
  const sessions = new Map<string, Conversation>();
  let faulty = 0;
  let count = 0;
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const parsed = parse(line, assistant);
    if ('error' in parsed) {
      faulty += 1;
      await write(JSON.stringify(parsed));
    } else {
      const { id, text, session, audience, procedure } = parsed.value;
      const started = performance.now();
      const turn = assistant.reply({
        input: { text },
        conversation: session === undefined ? null : (sessions.get(session) ?? null),
        now: Date.now(),
        audience: audience ?? defaults.audience,
        procedure: procedure ?? defaults.procedure,
      });
      const ms = performance.now() - started;
      if (session !== undefined) sessions.set(session, turn.conversation);
      await write(JSON.stringify(toRecord(id, turn.reply, ms)));
    }
    count += 1;
    if (count % PROGRESS_EVERY === 0) console.error(`ask: ${count} lines answered`);
  }
  if (faulty > 0) console.error(`ask: ${faulty} of ${count} lines were faulty; see the lines with "error"`);
  return faulty > 0 ? 1 : 0;
}

type Parsed =
  | { readonly value: z.infer<typeof lineSchema> }
  | { readonly id: string | number | null; readonly error: string };

function parse(line: string, assistant: Assistant): Parsed {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { id: null, error: 'not valid JSON; write one object a line' };
  }
  const result = lineSchema.safeParse(json);
  const id = z.object({ id: lineSchema.shape.id }).safeParse(json).data?.id ?? null;
  if (!result.success)
    return {
      id,
      error: result.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`).join('; '),
    };
  const { procedure } = result.data;
  if (procedure && !assistant.knowledge.guides.has(procedure))
    return { id, error: `procedure: no guide "${procedure}"` };
  return { value: result.data };
}

/** Waits for a slow reader instead of filling memory. */
async function write(line: string): Promise<void> {
  if (process.stdout.write(`${line}\n`)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}
