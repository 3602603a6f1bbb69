/** What comes in at the door and what goes out; docs/openapi.json is generated from these. */
import { z } from 'zod';
import { CHOICE_LIMIT } from '#core';

/** Largest body, in bytes: 200,000 characters of any script, with room for JSON's escapes. */
export const BODY_LIMIT = 1_500_000;

const conversation = z
  .string()
  .regex(/^[\w-]{22,64}$/u, 'expected 22 to 64 random letters, digits, - or _')
  .describe('Random id that the page makes and forgets when it is closed; the memory of one conversation hangs on it.');

export const messageSchema = z
  .union([
    z.strictObject({ conversation, text: z.string().describe('A question as typed; may be empty.') }),
    z.strictObject({
      conversation,
      choice: z.string().max(CHOICE_LIMIT).describe('The id of a choice, as it came with an earlier reply.'),
    }),
  ])
  .meta({ id: 'Message' });

export const feedbackSchema = z
  .strictObject({
    helpful: z.boolean(),
    kind: z.enum(['answer', 'clarify', 'abstain', 'help']),
    about: z
      .string()
      .regex(/^[a-z0-9/-]{1,100}$/u, 'expected the id that came with the reply')
      .nullable(),
  })
  .meta({ id: 'Feedback', description: 'A thumb up or down. It carries no words and no conversation.' });

const text = z.string();
const statement = z.strictObject({ fact: text.describe('Stable id of the fact.'), text });
const block = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('guide'),
    name: text.describe('Always shown with the statements.'),
    statements: z.array(statement),
  }),
  z.strictObject({
    kind: z.enum(['action', 'line', 'caution', 'safety-net', 'contact', 'staff', 'source', 'notice']),
    text: text.describe('A caution must never be dropped.'),
  }),
]);

export const replySchema = z
  .strictObject({
    kind: z.enum(['answer', 'clarify', 'escalate', 'abstain', 'help']),
    level: z.enum(['emergency', 'urgent']).nullable().describe('Null unless the kind is escalate.'),
    blocks: z.array(block).describe('To be shown in this order, all of them.'),
    choices: z.array(z.strictObject({ id: text, label: text })),
    text: text.describe('The complete reply as plain text.'),
    about: text
      .nullable()
      .describe('Id of the question or gap that it is about, for a thumb; null where there is none.'),
    version: text.describe('Content hash of the knowledge that spoke.'),
  })
  .meta({ id: 'Reply' });

export const errorSchema = z
  .strictObject({
    error: z.enum([
      'bad-request',
      'not-json',
      'too-large',
      'too-many',
      'foreign-site',
      'not-found',
      'wrong-method',
      'failed',
    ]),
    text: text.describe("A sentence for the person, with the clinic's and the emergency number."),
  })
  .meta({ id: 'Error' });

export const suggestionsSchema = z
  .array(z.array(text).describe('Wordings of one question, the best first.'))
  .meta({ id: 'Suggestions', description: 'The questions asked most come first.' });

export type Payload = z.infer<typeof replySchema>;
export type Fault = z.infer<typeof errorSchema>;
