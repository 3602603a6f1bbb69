import type { RedFlags } from '../knowledge/red-flags-schema.ts';
import { root, toTokens } from '../text/index.ts';

/** Sentences -> everything in them that may speak for or against an alarm; each clue once. */
export type CluesOf = (sentences: readonly string[]) => ReadonlySet<string>;

/** Words that two lists may stand apart and still belong together. */
const NEAR = 5;
/** Numbers from here up are doses and readings that are much too high. */
const LARGE = 250;

/**
 * Clues are words, neighbours, how a sentence begins and ends ("^ my uncle", "ago $"), and words of the lists in
 * red-flags.yaml: "<leg>", "<leg&numb>", "my <leg>". Through the lists, what was learnt from one wording holds for its
 * synonyms.
 */
export function createCluesOf(lists: RedFlags['words']): CluesOf {
  const listsOf = new Map<string, string[]>();
  for (const [name, wordings] of Object.entries(lists)) {
    for (const wording of wordings.filter((one) => /^[a-z]+$/u.test(one)))
      listsOf.set(wording, [...(listsOf.get(wording) ?? []), name]);
  }
  return (sentences) => {
    const clues = new Set<string>();
    for (const sentence of sentences) {
      const tokens = toTokens(sentence);
      const words = tokens.map((token) => (/\d/u.test(token) ? toSize(token) : root(token)));
      const named = tokens.map((token) => listsOf.get(token) ?? []);
      for (const [at, word] of words.entries()) {
        clues.add(word);
        if (at > 0) clues.add(`${words[at - 1]} ${word}`);
        if (at === 0) clues.add(`^ ${word}`);
        if (at === 1) clues.add(`^ ${words[0]} ${word}`);
        if (at === words.length - 1) clues.add(`${word} $`);
        for (const list of named[at] ?? []) {
          clues.add(`<${list}>`);
          if (at > 0) clues.add(`${words[at - 1]} <${list}>`);
          if (at + 1 < words.length) clues.add(`<${list}> ${words[at + 1]}`);
          for (const other of named.slice(Math.max(0, at - NEAR), at).flat())
            clues.add(`<${[list, other].sort().join('&')}>`);
        }
      }
    }
    return clues;
  };
}

function toSize(token: string): string {
  return Number(token) >= LARGE ? '#large' : '#small';
}
