/** The shape of red-flags.yaml (what raises an alarm) and alarms.yaml (what is then said). */
import { z } from 'zod';

const text = z.string().trim().min(1, 'must not be empty');
const slug = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u, 'a slug: lower-case letters, digits and hyphens, as in "site-infection"');
/** One pattern in the notation that the head of red-flags.yaml explains. */
const pattern = text.max(1000, 'too long to review; split it or use a word list');
const patterns = z.array(pattern).min(1);
const wordings = z.array(text);
const level = z.enum(['emergency', 'urgent']);

const filterSchema = z.strictObject({
  /** Where the cue stands, seen from the sign: before it or anywhere in its clause, its sentence, that and the next one, the message. */
  scope: z.enum(['before', 'clause', 'sentence', 'next', 'message']),
  /** `quiet` drops the sign; `ask` keeps the alarm and adds the question whether it is happening now. */
  then: z.enum(['quiet', 'ask']).default('quiet'),
  because: text,
  /** Most words between cue and sign, for scope `before`. */
  within: z.number().int().positive().optional(),
  /** True where a comma does not end what the cue covers: "denies fever, chills, weakness". */
  lists: z.boolean().default(false),
  cues: patterns,
  /** What only looks like a cue: "not sure", "no idea". */
  not: z.array(pattern).default([]),
  /** Words in the same scope that overrule the cue: "still", "worse". */
  unless: z.array(pattern).default([]),
  /** Categories, rules or signs that the filter does not touch. */
  spares: z.array(slug).default([]),
  /** Categories, rules or signs that the filter touches; all where it is empty. */
  only: z.array(slug).default([]),
});

const ruleSchema = z.strictObject({
  category: slug,
  level,
  /** Who answers for the rule; without one, the owner of the file. */
  owner: text.optional(),
  /** S-numbers of the list of sources. */
  source: z.array(text).min(1),
  patterns,
  /** Filters that do not apply to this rule. */
  ignores: z.array(slug).default([]),
  fires: wordings.min(1),
  quiet: wordings.default([]),
});

const combinationSchema = z.strictObject({
  category: slug,
  level,
  owner: text.optional(),
  source: z.array(text).min(1),
  /** Each entry names categories, rules or signs, of which one must be there; all entries are needed. */
  of: z.array(z.array(slug).min(1)).min(2),
  fires: wordings.min(1),
  quiet: wordings.default([]),
});

export const redFlagsSchema = z.strictObject({
  owner: text,
  /** Source mark -> what it is and where. */
  sources: z.record(text, text),
  /** Small words that may stand between any two words of a pattern. */
  fillers: z.array(text),
  clauses: z.strictObject({
    /** Words that begin a new clause wherever they stand: "but". */
    breakers: z.array(text),
    /** Words that begin a new clause after a comma or "and": "my", "it". */
    openers: z.array(text),
    /** Words after which an opener begins a new clause, as after a comma. */
    joiners: z.array(text),
    /** Words that "..." does not jump over: "not". */
    stops: z.array(text),
  }),
  /** Name -> wordings that mean the same; used as <name> in any pattern. */
  words: z.record(slug, patterns),
  /** Kind of harmless phrase -> patterns whose words then raise no alarm. */
  masks: z.record(slug, patterns),
  /** Filters in the order in which they are tried. */
  filters: z.record(slug, filterSchema),
  /** Findings that raise no alarm alone; combinations use them. */
  signs: z.record(slug, patterns),
  rules: z.record(slug, ruleSchema),
  combinations: z.record(slug, combinationSchema),
  /** Harmless wordings that belong to no single rule, by class. */
  quiet: z.record(slug, wordings).default({}),
  languages: z.strictObject({
    /** Words that show a language, without accents. */
    english: z.array(text).min(1),
    spanish: z.array(text).min(1),
  }),
});

const bySpeaker = z.strictObject({ patient: text, staff: text, spanish: text });

export const alarmsSchema = z.strictObject({
  /** First lines, by level; "{action}" of a category's own. */
  levels: z.strictObject({ emergency: z.array(bySpeaker).min(1), urgent: z.array(bySpeaker).min(1) }),
  /** Replaces the level's lines for these categories. */
  variants: z.record(
    slug,
    z.strictObject({ categories: z.array(slug).min(1), lines: z.array(bySpeaker).min(1), repeat: bySpeaker }),
  ),
  /** Category -> what was understood, in plain words; `extra` follows the action, `watch` lists what would make it an emergency. */
  categories: z.record(slug, z.strictObject({ understood: bySpeaker, watch: bySpeaker.optional() })),
  /** Where a category has no lines of its own. */
  unknown: z.strictObject({ understood: bySpeaker, watch: bySpeaker }),
  repeat: z.strictObject({ emergency: bySpeaker, urgent: bySpeaker }),
  /** Last line, for a message that also asked something. */
  later: bySpeaker,
  /** The question, and its two answers, where it is unclear whether it is happening. */
  asks: z.strictObject({ question: bySpeaker, happening: bySpeaker, asking: bySpeaker }),
  /** After "no, that is not me". */
  not_happening: bySpeaker,
  /** The message was not in a language that the gate reads. */
  other_language: text,
  other_language_spanish: text,
  /** The gate itself failed. */
  fallback: bySpeaker,
});

export type RedFlags = z.infer<typeof redFlagsSchema>;
export type RedFlagFilter = z.infer<typeof filterSchema>;
export type RedFlagRule = z.infer<typeof ruleSchema>;
export type RedFlagCombination = z.infer<typeof combinationSchema>;
export type Alarms = z.infer<typeof alarmsSchema>;
export type AlarmWords = z.infer<typeof bySpeaker>;
