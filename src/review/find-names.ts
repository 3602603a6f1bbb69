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

/** A word with what stands around it. */
interface Spot {
  readonly word: Word;
  readonly next: Word | undefined;
  /** A few characters before it, as written and in lower case, and after it. */
  readonly written: string;
  readonly before: string;
  readonly after: string;
  /** What follows the next word. */
  readonly rest: string;
  /** The next word looks like the second half of a name. */
  readonly withSurname: boolean;
  readonly isSlip: () => boolean;
}

/** A mark, null for what is no name for certain, undefined where a rule says nothing. */
type Rule = (spot: Spot) => Mark | null | undefined;

/** What a word names, or null where it names nobody and nothing. The first rule that knows decides. */
function markOf(word: Word, next: Word | undefined, text: string, isKnown: (word: string) => boolean): Mark | null {
  if (cue.NEVER.test(word.small) || (cue.STATES.has(word.small) && !word.listed)) return null;
  const written = text.slice(Math.max(0, word.start - CUE_LENGTH), word.start);
  const isPair = next !== undefined && /^ (?:& )?$/u.test(next.gap) && !cue.NEVER.test(next.small);
  const spot: Spot = {
    word,
    next: isPair || next?.gap === '. ' ? next : undefined,
    written,
    before: written.toLowerCase(),
    after: text.slice(word.end, word.end + CUE_LENGTH),
    rest: next === undefined ? '' : text.slice(next.end, next.end + CUE_LENGTH),
    withSurname: isPair && (next.capital ? word.capital : !next.ordinary || (next.listed && word.listed)),
    isSlip: () => isSlip(word.small.replaceAll("'", ''), isKnown),
  };
  for (const rule of [byForm, byCue, byPlace, byList, byLook]) {
    const mark = rule(spot);
    if (mark !== undefined) return mark;
  }
  return null;
}

/** "J. Smith" is an initial, "vitamin C. Does it" is none; "Patrick's test" is no person. */
const byForm: Rule = ({ word, next, before, after }) => {
  if (word.small.length === 1 && word.capital)
    return next?.gap === '. ' && next.capital && !cue.LETTERED.test(before) ? 'name' : null;
  return cue.IS_EPONYM.test(after) || cue.IS_BOUGHT.test(after) ? null : undefined;
};

/** "my name is ...", "Dr ...", "... wants to know". */
const byCue: Rule = ({ word: { small, capital, listed, ordinary }, written, before, after }) => {
  if (cue.NAMED.test(before)) return capital || listed || !isCommonEnglish(small) ? 'name' : null;
  if (cue.TITLE.test(before) && !/\bMR\s$/u.test(written)) {
    const isVerb = !capital && isEnglish(small) && cue.IS_VERB.test(after);
    if (capital || (listed && !isCommonEnglish(small) && !isVerb)) return 'name';
    return cue.NO_TITLE.test(before) ? null : 'name';
  }
  if (/\b(?:PA|NP|RN)\s$/u.test(written) && capital && !isCommonEnglish(small)) return 'name';
  if ((cue.STAFF.test(before) || cue.IS_STAFF.test(after)) && (listed || !ordinary)) return 'name';
  const isSubject = cue.IS_KIN.test(after) || cue.IS_PERSON.test(after) || cue.IS_OWNER.test(after);
  if (listed && (cue.SPOKEN_TO.test(before) || (cue.SIGNED.test(before) && /^[.!\s]*(?:\n|$)/u.test(after))))
    return 'name';
  if (listed && cue.SELF.test(before) && /^(?:,|\.| here\b| from\b| again\b| calling\b)/u.test(after)) return 'name';
  return (isSubject && (listed || !ordinary)) || (cue.OF_KIN.test(before) && listed) ? 'name' : undefined;
};

/** "I live in ...", "..., OH", "... Hospital". */
const byPlace: Rule = ({ word: { small, capital, first, listed, ordinary }, next, before, after, rest }) => {
  if (
    next !== undefined &&
    cue.OPENS_PLACE.test(small) &&
    (capital || cue.IN_STATE.test(rest) || cue.PLACE.test(before))
  )
    if (next.capital || next.listed || !next.ordinary) return 'place';
  if (cue.HOME.test(before) && !isCommonEnglish(small) && !cue.NO_HOME.test(small)) return 'place';
  if (cue.IN_STATE_COMMA.test(after)) return 'place';
  const isProper = !ordinary || (capital && !isCommonEnglish(small));
  if (cue.PLACE.test(before) && (listed || isProper)) return 'place';
  if (cue.IN_STATE.test(after) && (capital || !ordinary)) return 'place';
  return capital && !first && cue.INSTITUTION.test(after) ? 'place' : undefined;
};

/** A listed name; one that is an English word too needs a capital, a surname or a greeting. */
const byList: Rule = ({ word: { small, capital, first, listed }, before, after, withSurname }) => {
  if (!listed || (isEnglish(small) && cue.IS_VERB.test(after))) return undefined;
  if (!capital && isEnglish(small) && cue.ARTICLE.test(before)) return undefined;
  if (!isEnglish(small)) return capital || !cue.ARTICLE.test(before) ? 'name' : null;
  const isAlone =
    (cue.OPENING.test(before) && cue.OPENED.test(after)) || (cue.CLOSING.test(before) && cue.CLOSED.test(after));
  const isGreeted = !isCommonEnglish(small) && (isAlone || cue.GREETED.test(before));
  return withSurname || (capital && !first) || isGreeted ? 'name' : undefined;
};

/** Capitals where no sentence begins, and words that neither English nor the knowledge knows. */
const byLook: Rule = ({ word, next, before, after, rest, withSurname, isSlip: isTyped }) => {
  const { capital, first, ordinary, ours } = word;
  if (capital && !first && !ours && next?.capital && next.gap !== '. ' && !next.ours) return 'name';
  if (ordinary || cue.IS_THING.test(after)) return null;
  if (capital && ((!first && !cue.ARTICLE.test(before)) || withSurname || cue.STANDS_ALONE.test(after))) return 'name';
  if (capital && first && before.trim() !== '' && !isTyped()) return 'name'; // begins a later sentence
  if (cue.OF_MY_KIN.test(before)) return 'name';
  // "chart 12, xxxx yyyy, what did I get": two unknown words between commas
  if (/(?:^|[,\n])\s?$/u.test(before) && withSurname && /^(?:[,.:]|$)/u.test(rest)) return 'name';
  if (cue.SELF.test(before) && /^(?:[.,!]|$| and\b| here\b)/u.test(after)) return 'name';
  const isOdd = !capital && !word.acronym && word.small.length > 2 && !cue.MEDICAL.test(word.small);
  return isOdd && !isTyped() ? 'word' : null;
};

/** A further part of a name that has begun. */
function goesOn(last: Word, word: Word | undefined): boolean {
  if (word === undefined || cue.NEVER.test(word.small) || cue.STATES.has(word.small)) return false;
  if (word.gap === '. ') return word.capital && last.end - last.start <= 2; // "J. Smith", "St. Cloud"
  if (!/^(?:(?:['’]s)? |-| & )$/u.test(word.gap)) return false;
  if (word.gap.length > 1 && word.gap !== ' & ') return cue.OF_INSTITUTION.test(word.small);
  return word.listed || (word.capital ? !word.first : !word.ordinary && !last.capital);
}
