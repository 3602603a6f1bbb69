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
  /**
   * Where the cue stands, seen from the sign: before it in its clause, anywhere in its clause, in its sentence, or, for a
   * story, there or up to three sentences before, where no sentence in between holds an `unless`.
   */
  scope: z.enum(['before', 'clause', 'sentence', 'story']),
  /** `drop` drops the sign; `ask` keeps the alarm and adds the question whether it is happening now. */
  action: z.enum(['drop', 'ask']).default('drop'),
  because: text,
  /** Most words between cue and sign, for scope `before`. */
  within: z.number().int().positive().optional(),
  /** True where a comma does not end what the cue covers: "denies fever, chills, weakness". */
  lists: z.boolean().default(false),
  /** Words that end what a cue before them covers: "this isn't sore, it's unbearable". */
  ends: z.array(text).default([]),
  cues: patterns,
  /** What only looks like a cue: "not sure", "no idea". */
  not: z.array(pattern).default([]),
  /** One of these must stand in the sign's sentence: a story of the past has its verb there. */
  needs: z.array(pattern).default([]),
  /** Words in the same scope that overrule the cue: "still", "worse". */
  unless: z.array(pattern).default([]),
  /** Where those words count: in the clause of the sign, or anywhere in its sentence. */
  unless_in: z.enum(['clause', 'sentence']).default('sentence'),
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
  /** The same between the words of a filter's cue, where more would change the sense: "back in" is not "back is in". */
  articles: z.array(text),
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
  /** Words that lists of English lack and that are no slip of an alarm word: "aint" is not "faint". */
  no_slips: z.array(text).default([]),
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

/** What patients, staff and Spanish-speaking patients read. */
const alarmWords = z.strictObject({ patient: text, staff: text, spanish: text });
/** Words that are put into a sentence. */
const phrase = z.strictObject({ english: text, spanish: text });

export const alarmsSchema = z.strictObject({
  /** Kind of reply -> its lines, in order. {understood} and {watch} are those of the category. */
  kinds: z.strictObject({
    emergency: z.array(alarmWords).min(1),
    urgent: z.array(alarmWords).min(1),
    crisis: z.array(alarmWords).min(1),
    poison: z.array(alarmWords).min(1),
    before: z.array(alarmWords).min(1),
  }),
  /** Lines where the message before was an alarm too. */
  repeats: z.strictObject({
    emergency: z.array(alarmWords).min(1),
    urgent: z.array(alarmWords).min(1),
    crisis: z.array(alarmWords).min(1),
    poison: z.array(alarmWords).min(1),
    before: z.array(alarmWords).min(1),
  }),
  categories: z.record(
    slug,
    z.strictObject({
      /** Kind of reply, where it is not simply the level. */
      kind: z.enum(['crisis', 'poison', 'before']).optional(),
      /** What was understood, after "You wrote about". */
      understood: phrase,
      /** Signs that make it an emergency, after "Call 911 for". */
      watch: phrase.optional(),
    }),
  ),
  /** For a category that is not listed. */
  otherwise: z.strictObject({ understood: phrase, watch: phrase, also: alarmWords }),
  /** Added where the message asks something besides. */
  later: alarmWords,
  /** The question, and its two answers, where it is unclear whether it is happening. */
  question: alarmWords,
  happening: alarmWords,
  asking: alarmWords,
  /** The message was in a language that the gate does not read. */
  other_language: z.array(text).min(1),
});

export type RedFlags = z.infer<typeof redFlagsSchema>;
export type RedFlagFilter = z.infer<typeof filterSchema>;
export type Alarms = z.infer<typeof alarmsSchema>;
export type AlarmWords = z.infer<typeof alarmWords>;
