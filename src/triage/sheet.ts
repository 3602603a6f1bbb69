import type { RedFlags } from '../knowledge/red-flags-schema.ts';
import { toTokens } from '../text/index.ts';

/** One sentence as the matcher reads it. */
export interface Sheet {
  readonly tokens: readonly string[];
  /** Number of the clause that a token stands in. */
  readonly clauseOf: readonly number[];
  /** True for a token that follows a comma. */
  readonly afterComma: readonly boolean[];
}

/** Sentence of `Utterance.sentences` -> its tokens, cut into clauses; a very long one becomes several sheets. */
export type ToSheets = (sentence: string) => Sheet[];

/** Tokens of one sheet; no pattern reaches nearly so far, and the time for a sheet has a bound. */
const LONGEST = 400;
/** Tokens that two sheets of one sentence share, so that nothing is lost at the seam. */
const SHARED = 40;

// Each piece is one run of text between marks, so that time stays linear.
const PIECES = /[^,;:()[\]]+|[,;:()[\]]/gu;
const HARD = new Set([';', ':', '(', ')', '[', ']']);
/** "my bladder's gone": without the "s" the word is the one that the rules know. */
const SHORT_IS = /\b(?!(?:what|that|there|where|here|when)')(\p{L}{4,})'s\b/gu;
const DASH = / -+ |--+/u;

export function createToSheets(clauses: RedFlags['clauses']): ToSheets {
  const breakers = new Set(clauses.breakers);
  const openers = new Set(clauses.openers);
  const joiners = new Set(clauses.joiners);
  return (sentence) => {
    const tokens: string[] = [];
    const clauseOf: number[] = [];
    const afterComma: boolean[] = [];
    let clause = 0;
    let comma = false;
    const push = (word: string) => {
      const before = tokens.at(-1) ?? '';
      const opens = openers.has(word) && (comma || joiners.has(before));
      if (tokens.length > 0 && (opens || breakers.has(word))) clause++;
      tokens.push(word);
      clauseOf.push(clause);
      afterComma.push(comma);
      comma = false;
    };
    for (const piece of sentence.replace(SHORT_IS, '$1').match(PIECES) ?? []) {
      if (piece === ',') comma = true;
      else if (HARD.has(piece)) clause++;
      else {
        for (const [index, part] of piece.split(DASH).entries()) {
          if (index > 0) clause++;
          for (const word of toTokens(part)) push(word);
        }
      }
    }
    return cut({ tokens, clauseOf, afterComma });
  };
}

/** What stands between the commas and the other ends of clauses, in words. */
export function piecesOf({ tokens, clauseOf, afterComma }: Sheet): string[] {
  const pieces: string[][] = [];
  for (const [at, token] of tokens.entries()) {
    if (at === 0 || afterComma[at] === true || clauseOf[at] !== clauseOf[at - 1]) pieces.push([]);
    pieces.at(-1)?.push(token);
  }
  return pieces.map((piece) => piece.join(' '));
}

function cut(sheet: Sheet): Sheet[] {
  if (sheet.tokens.length <= LONGEST) return [sheet];
  const sheets: Sheet[] = [];
  for (let from = 0; from < sheet.tokens.length; from += LONGEST - SHARED) {
    const part = <T>(whole: readonly T[]) => whole.slice(from, from + LONGEST);
    sheets.push({ tokens: part(sheet.tokens), clauseOf: part(sheet.clauseOf), afterComma: part(sheet.afterComma) });
  }
  return sheets;
}
