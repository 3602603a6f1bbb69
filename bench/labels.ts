import { readFileSync } from 'node:fs';
import { z } from 'zod';

const labelSchema = z.object({
  id: z.string(),
  text: z.string(),
  code: z.string().nullable(),
  kind: z.enum(['answer', 'abstain', 'escalate', 'help']),
  topics: z.array(z.string()),
  points: z.array(z.string()),
  level: z.enum(['emergency', 'urgent']).nullable(),
  note: z.string().default(''),
});

/** One labelled question; bench/README.md explains the fields. */
export type Label = z.infer<typeof labelSchema>;

/** Reads a set of labelled questions, one JSON object a line. Throws with file and line where one is faulty. */
export function readLabels(file: string): Label[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = labelSchema.safeParse(JSON.parse(line));
    if (!parsed.success) throw new Error(`${file}:${index + 1}: ${z.prettifyError(parsed.error)}`);
    return [parsed.data];
  });
}
