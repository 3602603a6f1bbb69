import { isCommonEnglish, isEnglish } from '../text/index.ts';
import * as cue from './cues.ts';
import type { Mark } from './form.ts';
import { isSlip } from './slips.ts';
import { toWords, type Word } from './words.ts';

/** Part of a text that names somebody or some place; `end` is not part of it. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
}

/** How far a cue may reach, in characters. */
const CUE_LENGTH = 40;
/** Words of one name: first, middle, last. */
const MOST_WORDS = 3;

/**
 * Names and places in a text. `isKnown` is true for a word of the knowledge in lower case: "Eliquis" is no person. Total;
 * linear in the text's length.
 */
export function findNames(text: string, isKnown: (word: string) => boolean): Found[] {
  const words = toWords(text, (word) => isKnown(word) || cue.STATES.has(word));
  const found: Found[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    const mark = markOf(word, words[at + 1], text, isKnown);
    if (mark === null) continue;
    let last = word;
    for (let more = 1; more < MOST_WORDS && goesOn(last, words[at + 1]); more++) last = words[++at] as Word;
    found.push({ start: word.start, end: last.end, mark });
  }
  return found;
}

/** What a word names, or null where it names nobody and nothing. */
function markOf(word: Word, next: Word | undefined, text: string, isKnown: (word: string) => boolean): Mark | null {
  const { small, capital, first, listed, ordinary, ours } = word;
  if (cue.NEVER.test(small) || (cue.STATES.has(small) && !listed)) return null;
  const written = text.slice(Math.max(0, word.start - CUE_LENGTH), word.start);
  const before = written.toLowerCase();
  const after = text.slice(word.end, word.end + CUE_LENGTH);
  const paired = next !== undefined && /^ (?:& )?$/u.test(next.gap) && !cue.NEVER.test(next.small);
  const isInitial = /^\p{L}$/u.test(small) && capital;
  const withSurname = paired && (next.capital ? capital : !next.ordinary || (next.listed && listed));

  if (isInitial) return next?.gap === '. ' && next.capital && !cue.LETTERED.test(before) ? 'name' : null;
  if (cue.IS_EPONYM.test(after)) return null;
  if (cue.NAMED.test(before)) return capital || listed || !isCommonEnglish(small) ? 'name' : null;
  if (cue.TITLE.test(before) && !/\bMR\s$/u.test(written)) {
    if (capital || (listed && !isCommonEnglish(small))) return 'name';
    return cue.NO_TITLE.test(before) ? null : 'name';
  }
  if (cue.PLACE.test(before) && (listed || !ordinary || (capital && !isCommonEnglish(small)))) return 'place';
  if (cue.IN_STATE.test(after) && (capital || !ordinary)) return 'place';
  if (capital && !first && cue.INSTITUTION.test(after)) return 'place';
  if (capital && !first && !ours && paired && next.capital && !next.ours) return 'name';
  if (/\b(?:PA|NP|RN)\s$/u.test(written) && capital && !isCommonEnglish(small)) return 'name';
  if ((cue.IS_KIN.test(after) || cue.IS_PERSON.test(after)) && (listed || !ordinary)) return 'name';
  if (cue.OF_KIN.test(before) && listed) return 'name';
  if (listed && !(isEnglish(small) && cue.IS_VERB.test(after))) {
    if (!isEnglish(small)) return capital || !cue.ARTICLE.test(before) ? 'name' : null;
    if (withSurname || (capital && !first)) return 'name';
    if (!isCommonEnglish(small) && cue.GREETED.test(before)) return 'name';
  }
  if (ordinary || cue.IS_THING.test(after)) return null;
  if (capital && ((!first && !cue.ARTICLE.test(before)) || withSurname || cue.STANDS_ALONE.test(after))) return 'name';
  if (capital && first && before.trim() !== '' && !isSlip(small, isKnown)) return 'name'; // begins a later sentence
  if (cue.OF_MY_KIN.test(before)) return 'name';
  // "chart 12, xxxx yyyy, what did I get": two unknown words between commas.
  if (/(?:^|[,\n])\s?$/u.test(before) && withSurname && /^[,.:]|^$/u.test(text.slice(next?.end))) return 'name';
  if (cue.SELF.test(before) && /^(?:[.,!]|$| and\b| here\b)/u.test(after)) return 'name';
  return !capital && !word.acronym && small.length > 2 && !isSlip(small.replaceAll("'", ''), isKnown) ? 'word' : null;
}

/** A further part of a name that has begun. */
function goesOn(last: Word, word: Word | undefined): boolean {
  if (word === undefined || cue.NEVER.test(word.small) || cue.STATES.has(word.small)) return false;
  if (word.gap === '. ') return word.capital && last.end - last.start <= 2; // "J. Smith", "St. Cloud"
  if (!/^(?: |-| & )$/u.test(word.gap)) return false;
  return word.listed || (word.capital ? !word.first : !word.ordinary && !last.capital);
}
