import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** An unavoidable term counts as this many syllables (issue of the reading grade; lexicon.yaml explains each term once). */
const TERM_SYLLABLES = 2;

/** Flesch-Kincaid grade of a text, US school years; phone numbers count as one short word. */
export function gradeOf(text: string, terms: ReadonlySet<string>): number {
  const plain = text.replace(/[("]*\(?\d[\d\s().-]{6,}\d/gu, ' phone ').replace(/[()":]/gu, ' ');
  const words = plain.match(/[\p{L}\d][\p{L}\d'-]*/gu) ?? [];
  const sentences = Math.max(1, plain.split(/[.!?]+(?:\s|$)/u).filter((part) => /\p{L}/u.test(part)).length);
  if (words.length === 0) return 0;
  const syllables = words.reduce(
    (sum, word) => sum + (isTerm(word, terms) ? TERM_SYLLABLES : Math.max(1, syllable(word))),
    0,
  );
  return fleschKincaid({ sentence: sentences, word: words.length, syllable: syllables });
}

function isTerm(word: string, terms: ReadonlySet<string>): boolean {
  const lower = word.toLowerCase();
  return terms.has(lower) || (lower.endsWith('s') && terms.has(lower.slice(0, -1)));
}
