import type { RedFlags } from '../knowledge/red-flags-schema.ts';
import { isEnglish } from '../text/english.ts';
import { normalise } from '../text/index.ts';
import type { Book } from './compile.ts';

/** What a prefix such as "bleed*" is mostly continued with. */
const ENDINGS = [
  '',
  's',
  'es',
  'e',
  'ed',
  'd',
  'ing',
  'er',
  'y',
  'ness',
  'ion',
  'ions',
  'ation',
  'ting',
  'ted',
  'ling',
];
const SHORTEST_PREFIX_WORD = 4;

/** Every word that is spelt rightly in the rules: of patterns, and of the wordings that must fire. */
export function vocabularyOf(rules: RedFlags, book: Book): Set<string> {
  const words = new Set(book.words.keys());
  for (const prefix of book.prefixes.keys()) {
    for (const word of ENDINGS.map((ending) => prefix + ending)) {
      if (word.length >= SHORTEST_PREFIX_WORD && isEnglish(word)) words.add(word);
    }
  }
  const hasPrefix = (word: string) => [...book.prefixes.keys()].some((prefix) => word.startsWith(prefix));
  const wordings = [...Object.values(rules.rules), ...Object.values(rules.combinations)].flatMap((rule) => rule.fires);
  for (const word of wordings.flatMap((wording) => normalise(wording).tokens)) if (hasPrefix(word)) words.add(word);
  return words;
}
