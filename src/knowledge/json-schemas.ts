import { z } from 'zod';
import { alarmsSchema, redFlagsSchema } from './red-flags-schema.ts';
import * as schema from './schema.ts';

/** File name without ending -> JSON schema (draft 7) as text, for `# yaml-language-server: $schema=...`. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const all: Record<string, z.ZodType> = {
    procedure: schema.procedureSchema,
    questions: schema.questionsSchema,
    gaps: schema.gapsSchema,
    cautions: schema.cautionsSchema,
    compare: schema.compareSchema,
    lexicon: schema.lexiconSchema,
    outside: schema.outsideSchema,
    clinic: schema.clinicSchema,
    help: schema.helpSchema,
    replies: schema.repliesSchema,
    'red-flags': redFlagsSchema,
    alarms: alarmsSchema,
  };
  const toText = (shape: z.ZodType) =>
    `${JSON.stringify(z.toJSONSchema(shape, { target: 'draft-7', io: 'input' }), null, 2)}\n`;
  return new Map(Object.entries(all).map(([name, shape]) => [name, toText(shape)]));
}
