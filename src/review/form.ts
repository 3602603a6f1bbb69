/** What is written in place of a personal detail. */
export type Mark =
  | 'address'
  | 'age'
  | 'date'
  | 'email'
  | 'handle'
  | 'link'
  | 'name'
  | 'number'
  | 'phone'
  | 'place'
  | 'word';

/** A detail that has a form. Every repetition in a pattern is bounded, so that the time is linear. */
export interface Form {
  readonly mark: Mark;
  readonly pattern: RegExp;
  /** True for what only looks like a detail; `codes` are those of the guides. */
  readonly isOrdinary?: (found: string, codes: ReadonlySet<string>) => boolean;
}

export function form(mark: Mark, source: string, isOrdinary?: Form['isOrdinary']): Form {
  return { mark, pattern: new RegExp(source, 'giu'), ...(isOrdinary === undefined ? {} : { isOrdinary }) };
}

/** "one two" -> "(?:one|two)"; "_" stands for a space. */
export function any(text: string): string {
  return `(?:${text.trim().split(/\s+/u).join('|').replaceAll('_', ' ')})`;
}

/** No part of a word, a price or a larger number. */
export const FREE = '(?<![\\w.,$£€/-])';

/** What makes a number before it an amount and no detail. */
export const UNIT = `(?:%|x\\b|h\\b|${any(`
  m?c?g\\b mgs kgs? ml cc iu inch(?:es)? units? dollars? bucks? usd euros? pounds? lbs? pills? tablets? tabs? caps(?:ules)? doses? times? steps? miles?
  feet ft hours? hrs? minutes? mins? days? weeks? wks? months? years? yrs? degrees? people patients calories
`)})`;

export const DIGIT = any('zero oh one two three four five six seven eight nine');
