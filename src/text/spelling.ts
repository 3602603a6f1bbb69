import Fuse from 'fuse.js';
import { editDistance } from './distance.ts';

/** Fuse counts swapped letters as two errors, so that "thsi" is half wrong to it: it must propose that much; the edit distance decides. */
const PROPOSAL_THRESHOLD = 0.6;
const PROPOSALS = 25;
/** Shorter words have too many neighbours: "hat" is near "heat", "hot" and "that". */
const SHORTEST = 4;
/** Words that say little may lack one letter more: "wth", "tll". Others of three letters are mostly short for something. */
const SHORTEST_LIGHT = 3;
/** Words up to this length may have one slip, longer ones two. */
const ONE_SLIP_LENGTH = 7;
/** How much more often the better of two equally near words must be used. */
const CLEARLY_MORE = 3;
/** Corrections that are remembered; the cache is dropped when full, so that memory stays flat. */
const CACHE_SIZE = 5_000;
/** Longer tokens are no words of any vocabulary. */
const LONGEST = 32;

export type Correct = (word: string) => string;

/**
 * Word -> nearest word of the vocabulary, or the word itself. Fuse.js proposes among words that begin alike and have
 * nearly the same length; the edit distance decides. Never corrects digits, real English words, or ties of short words.
 * Of two words as near, the one that people use much more often is meant.
 * @param vocabulary word -> how often the knowledge uses it
 * @param known true for words that are right as they are although the vocabulary lacks them
 * @param light words that say little
 * @param pairs two words that stand together, by how they look written as one: "heatpad"
 */
export function createSpelling(
  vocabulary: ReadonlyMap<string, number>,
  known: (word: string) => boolean,
  light: ReadonlySet<string>,
  pairs: ReadonlyMap<string, string>,
): Correct {
  const words: ReadonlySet<string> = new Set(vocabulary.keys());
  const shelves = shelve([...words].filter((word) => word.length >= SHORTEST && !/\d/u.test(word)));
  const cache = new Map<string, string>();
  return (word) => {
    if (word.length < SHORTEST_LIGHT || word.length > LONGEST || words.has(word) || /\d/u.test(word) || known(word))
      return word;
    const cached = cache.get(word);
    if (cached !== undefined) return cached;
    if (cache.size >= CACHE_SIZE) cache.clear();
    const found = nearest(word, shelves, vocabulary) ?? pairs.get(word) ?? word;
    const corrected = word.length >= SHORTEST || light.has(found) ? found : word;
    cache.set(word, corrected);
    return corrected;
  };
}

type Shelves = ReadonlyMap<string, Fuse<string>>;

/** One small Fuse index for each first letter and length: the prefilter keeps the time flat as the vocabulary grows. */
function shelve(words: readonly string[]): Shelves {
  const groups = Map.groupBy(words, (word) => shelfOf(word[0] ?? '', word.length));
  const options = { includeScore: true, threshold: PROPOSAL_THRESHOLD, ignoreLocation: true, minMatchCharLength: 2 };
  return new Map([...groups].map(([shelf, group]) => [shelf, new Fuse(group, options)]));
}

function shelfOf(letter: string, length: number): string {
  return `${letter}${length}`;
}

function nearest(word: string, shelves: Shelves, uses: ReadonlyMap<string, number>): string | null {
  const limit = word.length <= ONE_SLIP_LENGTH ? 1 : 2;
  const near = propose(word, shelves, limit)
    .map((candidate) => ({
      word: candidate,
      distance: editDistance(word, candidate, limit),
      uses: uses.get(candidate) ?? 0,
    }))
    .filter(({ distance }) => distance <= limit)
    .toSorted((a, b) => a.distance - b.distance || b.uses - a.uses);
  const [best, ...others] = near;
  if (best === undefined) return null;
  const rival = others.find((other) => other.distance === best.distance && !sameStart(best.word, other.word));
  const clear = rival === undefined || word.length > ONE_SLIP_LENGTH || best.uses >= CLEARLY_MORE * rival.uses;
  return clear ? best.word : null;
}

/** The first letter is mostly right; where it is not, it was swapped with the second or is the one slip. */
function propose(word: string, shelves: Shelves, limit: number): string[] {
  const letters = new Set([word[0] ?? '', word[1] ?? '']);
  const proposals: string[] = [];
  for (const letter of letters) {
    for (let length = word.length - limit; length <= word.length + limit; length++) {
      const shelf = shelves.get(shelfOf(letter, length));
      if (shelf) proposals.push(...shelf.search(word, { limit: PROPOSALS }).map((result) => result.item));
    }
  }
  return proposals;
}

/** "injection" and "injections" tie without harm. */
function sameStart(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length) - 1;
  return a.slice(0, length) === b.slice(0, length);
}
