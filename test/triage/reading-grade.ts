import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** Flesch-Kincaid grade of a text: US school years. */
export function flesch(text: string): number {
  const words = text.match(/[\p{L}']+/gu) ?? [];
  const sentences = text.split(/[.!?:]+(?:\s|$)/u).filter((sentence) => /\p{L}/u.test(sentence));
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables });
}
