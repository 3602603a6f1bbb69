import type { FactId, ProcedureId, QuestionId } from '../types.ts';
import type { Alarms, RedFlags } from './red-flags-schema.ts';
import type { Cautions, Clinic, Compare, Gaps, Help, Lexicon, Outside, Replies, ReviewState } from './schema.ts';

/** A fact of one guide with everything that must travel with it. */
export interface Fact {
  readonly id: FactId;
  readonly procedure: ProcedureId;
  readonly topic: string;
  readonly point: string;
  /** The patient's words, at most 25 a fact. */
  readonly text: string;
  /** Title of the section in the source document. */
  readonly section: string;
  readonly review: ReviewState;
  /** Ids of the cautions without which the fact must not be shown. */
  readonly cautions: readonly string[];
}

export interface Guide {
  readonly id: ProcedureId;
  readonly name: string;
  readonly source: { readonly title: string; readonly date: string | null };
  readonly namedBy: readonly (readonly string[])[];
  readonly shares: readonly string[];
  /** Facts by `topic/point`, in the guide's order. */
  readonly facts: ReadonlyMap<string, Fact>;
  /** Topic slugs in the guide's order. */
  readonly topics: readonly string[];
}

/** A question that facts answer; `<topic>/whole` stands for the whole topic. */
export interface Question {
  readonly id: QuestionId;
  readonly topic: string;
  readonly asks: string;
  /** `topic/point` in order of preference: every guide answers with the first that it has. */
  readonly answer: readonly string[];
  readonly also: readonly string[];
  readonly but: string | null;
  readonly whole: boolean;
  readonly wordings: readonly string[];
}

export interface Topic {
  readonly slug: string;
  readonly title: string;
  readonly aliases: readonly string[];
}

export type Relation = Compare[number];

/** Everything that the bot may say and understand, checked and frozen. */
export interface Knowledge {
  readonly directory: string;
  /** First 12 hex digits of a SHA-256 over all files; stands on every reply. */
  readonly version: string;
  readonly guides: ReadonlyMap<ProcedureId, Guide>;
  readonly facts: ReadonlyMap<FactId, Fact>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly questions: ReadonlyMap<QuestionId, Question>;
  readonly gaps: ReadonlyMap<string, Gaps[string]>;
  readonly cautions: ReadonlyMap<string, Cautions[string]>;
  readonly compare: readonly Relation[];
  /** The pair of compare.yaml that a fact belongs to. */
  readonly relationOf: ReadonlyMap<FactId, Relation>;
  readonly lexicon: Lexicon;
  readonly outside: Outside;
  readonly clinic: Clinic;
  readonly help: ReadonlyMap<string, Help[string]>;
  readonly replies: Replies;
  readonly redFlags: RedFlags;
  readonly alarms: Alarms;
}
