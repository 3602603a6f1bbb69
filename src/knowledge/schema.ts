/** The shape of every file under knowledge/, as zod schemas; the JSON schemas for editors are generated from these. */
import { z } from 'zod';
import { REPLY_KEYS } from './reply-keys.ts';

const slug = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u, 'a slug: lower-case letters, digits and hyphens, as in "food-drink"');
const words = z.string().trim().min(1, 'must not be empty');
/** What a patient reads as it stands. */
const said = words.regex(/^[^{}]*$/u, 'must not hold { or }, since nothing is filled in here');
const number = words.regex(/\d/u, 'holds no digit');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, 'a day as YYYY-MM-DD');
/** `topic/point`, without a guide: every guide answers with the fact of its own. */
const spot = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/u, 'topic/point, as in "recovery/ice"');
const factId = z.string().regex(/^[^/\s]+\/[a-z0-9-]+\/[a-z0-9-]+$/u, 'guide/topic/point, as in "12345/recovery/ice"');
const factPattern = z
  .string()
  .regex(/^(\*|[^/\s]+)\/(\*|[a-z0-9-]+)\/(\*|[a-z0-9-]+)$/u, 'guide/topic/point, where a part may be *');
const wordings = z.array(words);

export const reviewSchema = z.strictObject({
  state: z.enum(['unreviewed', 'needs-clinician', 'needs-billing', 'disputed', 'approved']),
  note: words.optional(),
  by: words.optional(),
  on: day.optional(),
  next: day.optional(),
});

export const procedureSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]+$/u, 'letters, digits and hyphens; in quotes where it is a number'),
  name: words.max(60),
  source: z.strictObject({ title: words, date: day.nullable() }),
  named_by: z.array(z.array(words).min(1)).min(1),
  shares: z.array(words).default([]),
  topics: z.record(
    slug,
    z.strictObject({
      section: words,
      facts: z.record(slug, z.strictObject({ text: said, review: reviewSchema, cautions: z.array(slug).default([]) })),
    }),
  ),
});

const question = z.strictObject({
  asks: said,
  answer: z.array(spot).min(1),
  also: z.array(spot).default([]),
  but: said.optional(),
  wordings,
});
export const questionsSchema = z.strictObject({
  topic: slug,
  title: words.max(30),
  aliases: z.array(words).default([]),
  whole: z.strictObject({ asks: said, but: said.optional(), wordings }),
  questions: z.record(slug, question).default({}),
});

export const gapsSchema = z.record(
  slug,
  z.strictObject({
    asks: said,
    route: z.enum(['clinic', 'billing', 'front-desk', 'pharmacist-or-prescriber']),
    near: z.array(spot).default([]),
    cautions: z.array(slug).default([]),
    /** A reviewed answer turns the gap into an entry, with no code. */
    answer: z
      .strictObject({
        text: said,
        /** The only guide that it holds for; else it holds for all. */
        guide: z.string().optional(),
        /** Where the clinic has it from; else the clinic itself. */
        source: said.optional(),
        review: reviewSchema,
      })
      .optional(),
    wordings,
  }),
);

export const cautionsSchema = z.record(
  slug,
  z.strictObject({
    text: said,
    because: words,
    review: reviewSchema,
    required_on: z.array(factPattern).default([]),
    used_by: z.enum(['facts', 'gaps']).default('facts'),
  }),
);

export const compareSchema = z.array(
  z.strictObject({
    topic: slug,
    facts: z.array(factId).min(1),
    relation: z.enum(['same', 'different', 'only-here']),
    says: words.optional(),
  }),
);

export const lexiconSchema = z.strictObject({
  /** What one word as typed stands for: "cant" -> "can not", "wen" -> "when". */
  rewrites: z.record(words, words),
  /** Words and phrases that mean the same: concept -> wordings. */
  concepts: z.record(slug, z.array(words).min(1)),
  /** Ways of asking: frame -> phrases, in which "..." stands for up to six words. */
  frames: z.record(slug, z.array(words).min(1)),
  /** Words that carry no topic and are dropped. */
  fillers: z.array(words),
  /** Words that say little: they count where a wording uses them, and never against an answer. */
  light: z.array(words),
  /** Unavoidable terms with their one explanation; each counts as two syllables when the reading grade is measured. */
  terms: z.record(words, words),
});

export const outsideSchema = z.record(
  slug,
  z.strictObject({
    says: said,
    /** True where one such word anywhere in a message puts all of it out of scope. */
    everywhere: z.boolean().default(false),
    words: z.array(words).min(1),
  }),
);

export const clinicSchema = z.strictObject({
  demo: z.boolean(),
  name: words,
  phone: number,
  hours: words,
  after_hours: words,
  address: words,
  emergency_number: number,
  crisis_line: number,
  poison_line: number,
  interpreter_line: number,
  staff_route: words,
  billing_phone: number,
  languages: z.array(words).min(1),
  website: z.url().optional(),
});

/** What is not a medical question: greetings, thanks, wanting a person. `says` names lines of replies.yaml. */
export const helpSchema = z.record(
  slug,
  z.strictObject({ says: z.array(z.enum(REPLY_KEYS)).min(1), wordings: wordings.min(1) }),
);

export const repliesSchema = z.record(z.enum(REPLY_KEYS), words);

export type ReviewState = z.infer<typeof reviewSchema>;
export type ProcedureFile = z.infer<typeof procedureSchema>;
export type QuestionsFile = z.infer<typeof questionsSchema>;
export type Gaps = z.infer<typeof gapsSchema>;
export type Cautions = z.infer<typeof cautionsSchema>;
export type Compare = z.infer<typeof compareSchema>;
export type Lexicon = z.infer<typeof lexiconSchema>;
export type Outside = z.infer<typeof outsideSchema>;
export type Clinic = z.infer<typeof clinicSchema>;
export type Help = z.infer<typeof helpSchema>;
export type Replies = z.infer<typeof repliesSchema>;
