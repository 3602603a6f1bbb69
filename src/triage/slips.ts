import { editDistance } from '../text/distance.ts';
import { isEnglish } from '../text/english.ts';

/** Token -> the token itself and every alarm word that it may be a slip of. */
export type Readings = (token: string) => readonly string[];

/** Shorter tokens are too near to everything. */
const SHORTEST = 4;
/** Words from this length on may have two slips. */
const TWO_SLIPS = 8;
const LONGEST = 24;
/** Readings that are remembered; the memory is dropped when full, so that it stays flat. */
const CACHE_SIZE = 5_000;

/**
 * Only words that are neither English nor known to the rules have other readings, so "sober" and "numbing" stay what
 * they are; `noSlips` are others that do. A reading is added, never put in the word's place: spelling only widens the net.
 */
export function createReadings(vocabulary: ReadonlySet<string>, noSlips: ReadonlySet<string>): Readings {
  const shelves = Map.groupBy(
    [...vocabulary].filter((word) => word.length >= SHORTEST && !/\d/u.test(word)),
    (word) => word.length,
  );
  const cache = new Map<string, readonly string[]>();
  return (token) => {
    if (token.length < SHORTEST - 1 || token.length > LONGEST || /\d/u.test(token)) return [token];
    const known = cache.get(token);
    if (known !== undefined) return known;
    if (cache.size >= CACHE_SIZE) cache.clear();
    // A misspelling or a Spanish word that the rules know may still stand for an English one: "pian" for "pain".
    const counts = vocabulary.has(token) ? isEnglish : () => true;
    const isMeant = isEnglish(token) || noSlips.has(token);
    const readings = isMeant ? [token] : [token, ...slipsOf(token, shelves).filter(counts)];
    cache.set(token, readings);
    return readings;
  };
}

function slipsOf(token: string, shelves: ReadonlyMap<number, readonly string[]>): string[] {
  const squeezed = squeeze(token);
  const limit = token.length >= TWO_SLIPS ? 2 : 1;
  const near: { word: string; distance: number }[] = [];
  for (let length = token.length - limit; length <= token.length + limit; length++) {
    for (const word of shelves.get(length) ?? []) {
      if (word === token || !startsAlike(token, word)) continue;
      // Two slips in a word of eight letters or more; in shorter ones only a doubled letter more.
      const distance = Math.min(editDistance(token, word, limit), squeeze(word) === squeezed ? 1 : 9);
      if (distance <= limit) near.push({ word, distance });
    }
  }
  const best = Math.min(...near.map((one) => one.distance));
  return near.filter((one) => one.distance === best).map((one) => one.word);
}

/** A slip in the first letter is a swap with the second, or a word of five letters or more. */
function startsAlike(token: string, word: string): boolean {
  if (token[0] === word[0]) return true;
  return (
    token.length >= SHORTEST &&
    (token[0] === word[1] || token[1] === word[0] || (token.length > 4 && token[1] === word[1]))
  );
}

/** "lips" and "llips", "haaarder" and "harder": letters that stand twice count once. */
function squeeze(word: string): string {
  return word.replace(/(.)\1+/gu, '$1');
}
