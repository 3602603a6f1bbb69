/** The nouns that cross a room's door. Everything here is plain, readonly data. */

/** A guide's id as its YAML file gives it, for example the number printed on the source document. */
export type ProcedureId = string;
/** `<procedure>/<topic>/<point>`; stable for ever, since reviews and choices refer to it. */
export type FactId = string;
/** `<topic>/<question>`: a question that the knowledge answers. Gaps have an id without a slash. */
export type QuestionId = string;

export type Audience = 'patient' | 'staff';
export type Level = 'emergency' | 'urgent';
/** English and Spanish are told apart from everything else; no other language is named. */
export type Language = 'en' | 'es' | 'other';

/** What a person typed, made comparable. `raw` is never stored or logged. */
export interface Utterance {
  /** The text as it came, or its first and last 50,000 characters where it was longer than 100,000. */
  readonly raw: string;
  /** Lower case, one kind of quote and space, no control characters or direction marks. */
  readonly plain: string;
  /** Sentences of `plain`, split at full stops, question and exclamation marks and line ends. */
  readonly sentences: readonly string[];
  /** Words and numbers of `plain`: letters without accents or apostrophes; "100.4" and "12345" stay whole. */
  readonly tokens: readonly string[];
  /** True where the middle of the text was dropped: the reply then shows the emergency line. */
  readonly cut: boolean;
}

/** What the safety gate found. Only `Screened` is accepted by the later steps, so the gate cannot be skipped. */
export type Screening = Alarm | Screened;

export interface Alarm {
  readonly kind: 'alarm';
  readonly level: Level;
  /** Slug of red-flags.yaml, for example `cauda-equina`. */
  readonly category: string;
  readonly ruleId: string;
  readonly language: Language;
  /** True where it is unclear whether this is happening now: the reply adds that one question as choices. */
  readonly unsure: boolean;
}

declare const screened: unique symbol;
export interface Screened {
  readonly kind: 'screened';
  /** Only the triage room makes one. */
  readonly [screened]: true;
  readonly utterance: Utterance;
  readonly language: Language;
  /** True where the person speaks of risks, hypothetical or expected after-effects: the answer adds the safety net. */
  readonly safetyNet: boolean;
  /** What a rule found and nothing else in the message speaks for: the answer adds the safety net, and one press raises it. */
  readonly doubt: Doubt | null;
}

/** An alarm of a rule that is most likely none. */
export type Doubt = Pick<Alarm, 'level' | 'category' | 'ruleId'>;

/** Which guide is meant. */
export type Procedure =
  | { readonly kind: 'one'; readonly id: ProcedureId; readonly how: 'named' | 'remembered' | 'given' }
  | { readonly kind: 'open' }
  /** Names more than one guide, as in "compare both". */
  | { readonly kind: 'several'; readonly ids: readonly ProcedureId[] }
  /** A number that looks like a code but is none of ours. Digits are never corrected. */
  | { readonly kind: 'unknown-code'; readonly code: string };

/** One candidate with the evidence for it. */
export interface Match {
  readonly id: QuestionId;
  readonly kind: 'question' | 'gap' | 'help';
  /** Share of the question's evidence that this candidate explains, 0 to 1, before calibration. */
  readonly score: number;
  /** The wording of the knowledge that came nearest. */
  readonly wording: string;
}

/** One message, or one sentence of it, matched against everything that can be asked. */
export interface Matched {
  /** What the text was reduced to: concepts, frames and other words. */
  readonly terms: readonly string[];
  /** Content words that no wording of the knowledge holds. */
  readonly unknown: readonly string[];
  /** Nothing but a procedure's name, as in "and the facet one?". */
  readonly bare: boolean;
  /** Group of outside.yaml that a word belongs to which the best match does not explain, or null. */
  readonly outside: string | null;
  /** Best first; of each kind at least the best one, where there is any. */
  readonly matches: readonly Match[];
  /** Chance, 0 to 1, that the knowledge answers it at all, as the topic model sees it. */
  readonly answerable: number;
  /** What the chance is estimated from; null where no question shares a term. */
  readonly features: Readonly<Record<string, number>> | null;
  /** Calibrated chance, 0 to 1, that answering the best question would be right. */
  readonly chance: number;
}

/** What to say, not yet in words. `chance` is the calibrated chance that it is right. */
export type Decision =
  | {
      readonly kind: 'answer';
      readonly asked: readonly QuestionId[];
      readonly gaps: readonly string[];
      readonly chance: number;
    }
  /** Whole topics, or all that differs between the guides where `topics` is empty: the staff's quick check. */
  | { readonly kind: 'topics'; readonly topics: readonly string[]; readonly compare: boolean }
  /** A guide's overview with its topics as choices. */
  | { readonly kind: 'guide' }
  | { readonly kind: 'clarify'; readonly options: readonly QuestionId[]; readonly chance: number }
  | { readonly kind: 'gap'; readonly gap: string; readonly chance: number }
  | { readonly kind: 'not-in-guide'; readonly asked: QuestionId; readonly chance: number }
  | { readonly kind: 'abstain'; readonly reason: AbstainReason; readonly about: string | null; readonly chance: number }
  | { readonly kind: 'help'; readonly about: string };

export type AbstainReason = 'not-understood' | 'outside' | 'unknown-code' | 'other-language';

/** One sentence or two of the knowledge, never shown without its cautions. */
export interface Statement {
  readonly fact: FactId;
  readonly text: string;
}

/** A neutral piece of a reply; adapters translate it and add no words of their own. */
export type Block =
  | { readonly kind: 'action'; readonly text: string }
  | { readonly kind: 'line'; readonly text: string }
  | {
      readonly kind: 'guide';
      readonly procedure: ProcedureId | null;
      readonly name: string;
      readonly statements: readonly Statement[];
    }
  | { readonly kind: 'caution'; readonly id: string; readonly text: string; readonly facts: readonly FactId[] }
  | { readonly kind: 'safety-net'; readonly text: string }
  | { readonly kind: 'contact'; readonly text: string }
  | { readonly kind: 'staff'; readonly text: string }
  | { readonly kind: 'source'; readonly text: string }
  | { readonly kind: 'notice'; readonly text: string };

/** One press answers. `id` is at most 100 characters and holds ids only, never a person's words. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** Facts that lead the answer to it. */
  readonly facts: readonly FactId[];
}

/** What a button means. It holds ids only, so that it works after a restart and names no person. */
export type ChoiceAction =
  | { readonly kind: 'ask'; readonly asked: readonly string[]; readonly procedure: ProcedureId | null }
  | { readonly kind: 'topic'; readonly topic: string; readonly procedure: ProcedureId | null }
  | { readonly kind: 'unsure'; readonly asked: readonly string[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'happening'; readonly category: string; readonly level: Level }
  | { readonly kind: 'just-asking' };

interface ReplyBase {
  readonly procedure: ProcedureId | null;
  /** Ids of the facts that the first line states. */
  readonly lead: readonly FactId[];
  /** Ids of all facts whose words are shown; for a clarify, those behind its choices. */
  readonly points: readonly FactId[];
  readonly blocks: readonly Block[];
  readonly choices: readonly Choice[];
  readonly audience: Audience;
  /** Content hash of the knowledge that spoke. */
  readonly version: string;
}
export type Reply = ReplyBase &
  (
    | { readonly kind: 'answer' | 'clarify' | 'abstain'; readonly level: null; readonly confidence: number }
    | { readonly kind: 'escalate'; readonly level: Level; readonly confidence: null; readonly category: string }
    | { readonly kind: 'help'; readonly level: null; readonly confidence: null }
  );

/** Memory of one thread, direct message or page: plain JSON, ids only, never a person's words. */
export interface Conversation {
  readonly procedure: ProcedureId | null;
  /** What the last answer was about. */
  readonly asked: readonly QuestionId[];
  /** How often in a row the bot has asked back. */
  readonly clarified: number;
  /** The last alarm and the language it was told in, until the person says that it is not happening. */
  readonly alarm: { readonly level: Level; readonly category: string; readonly language: Language } | null;
  /** Milliseconds since 1970; memory older than 30 minutes is forgotten. */
  readonly at: number;
}

/** How a reply came about, for `--explain` and for staff; holds the question's words and is never stored. */
export interface Explanation {
  readonly screening: Screening | null;
  readonly procedure: Procedure | null;
  readonly corrected: readonly { readonly from: string; readonly to: string }[];
  readonly parts: readonly Matched[];
  readonly decision: Decision | null;
}
