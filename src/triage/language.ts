import type { RedFlags } from '../knowledge/red-flags-schema.ts';
import { isEnglish } from '../text/english.ts';
import type { Language } from '../types.ts';

/** Fewer words than this tell nothing; the text then counts as English. */
const FEWEST = 3;
/** Share of words that must be English; German and French share some. */
const ENGLISH_SHARE = 0.4;
/** Tokens that are looked at; a language does not change after that. */
const LOOKED_AT = 400;

/** Tokens -> language, by small words; other scripts are `other` at once. */
export function createDetectLanguage(lists: RedFlags['languages']): (tokens: readonly string[]) => Language {
  const english = new Set(lists.english);
  const spanish = new Set(lists.spanish);
  return (tokens) => {
    const words = tokens.slice(0, LOOKED_AT).filter((token) => /^\p{L}/u.test(token));
    if (words.length === 0) return 'en';
    const count = (has: (word: string) => boolean) => words.filter(has).length;
    if (count((word) => !/^[\p{Script=Latin}\d]+$/u.test(word)) * 2 > words.length) return 'other';
    const inEnglish = count((word) => english.has(word));
    const inSpanish = count((word) => spanish.has(word));
    if (inSpanish > inEnglish && inSpanish > 0) return 'es';
    if (words.length < FEWEST || inEnglish > 0) return 'en';
    return count((word) => isEnglish(word)) < words.length * ENGLISH_SHARE ? 'other' : 'en';
  };
}

/** Tokens -> whether one of them can only be Spanish: nothing was learnt of a message that mixes both. */
export function createHasSpanish({ english, spanish }: RedFlags['languages']): (tokens: readonly string[]) => boolean {
  const only = new Set(spanish.filter((word) => !english.includes(word) && !isEnglish(word)));
  return (tokens) => tokens.some((token) => only.has(token));
}
