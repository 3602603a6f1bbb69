import { isEnglish } from '../text/index.ts';
import { FIRST_NAMES, SURNAMES } from './names.ts';

/** One word of a text, with what tells whether it is a name. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** In lower case, without 's. */
  readonly small: string;
  /** "Anna", "McKay", "O'Neill": a capital that is no shouting. */
  readonly capital: boolean;
  /** Begins the text or a sentence, where every word has a capital. */
  readonly first: boolean;
  /** What stands between this word and the one before it, marks too. */
  readonly gap: string;
  /** In a list of names. */
  readonly listed: boolean;
  /** A word of the knowledge. */
  readonly ours: boolean;
  /** An English word, or one of the knowledge. */
  readonly ordinary: boolean;
  /** "MRI": two to five capitals in a text that has others. */
  readonly acronym: boolean;
}

const WORD = /\[\w{2,10}\]|\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;

/** Words outside the marks that already stand in the text. IN CAPITALS throughout, no capital tells anything. */
export function toWords(text: string, isKnown: (word: string) => boolean): Word[] {
  const shouting = !/\p{Ll}/u.test(text);
  const words: Word[] = [];
  let [end, wordEnd] = [0, 0];
  for (const { 0: match, index } of text.matchAll(WORD)) {
    const first = end === 0 || /[.!?\n:]\s*["'(]?$/u.test(text.slice(end, index));
    const gap = text.slice(wordEnd, index);
    end = index + match.length;
    if (match.startsWith('[')) continue;
    wordEnd = end;
    const written = match.replace(/['’]s$/u, '');
    const small = written.toLowerCase().replaceAll('’', "'");
    const parts = small.split('-');
    words.push({
      start: index,
      end: index + written.length,
      small,
      capital:
        !shouting && /^\p{Lu}['’]?(?:\p{L}|$)/u.test(written) && (written.length === 1 || /\p{Ll}/u.test(written)),
      first,
      gap,
      listed: isListed(small) || (parts.length > 1 && parts.some((part) => isListed(part) && !isEnglish(part))),
      ours: isKnown(small),
      acronym: !shouting && /^\p{Lu}{2,5}$/u.test(written),
      ordinary: isKnown(small) || parts.every(isEnglish),
    });
  }
  return words;
}

function isListed(word: string): boolean {
  return FIRST_NAMES.has(word) || SURNAMES.has(word.replaceAll("'", ''));
}
