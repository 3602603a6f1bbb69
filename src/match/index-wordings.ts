import { type Reader, type Reading, stem } from '../text/index.ts';
import type { TermKinds } from './weights.ts';

/** A thing that can be asked, with the wordings that ask it. */
export interface Entry {
  readonly id: string;
  readonly kind: 'question' | 'gap' | 'help';
  readonly wordings: readonly string[];
  /** Topics of the facts that it would show. */
  readonly topics: readonly string[];
}

/** One wording as the set of its terms. */
export interface Unit {
  readonly entry: number;
  readonly wording: string;
  readonly terms: ReadonlySet<string>;
  /** Sum of the weights of its terms. */
  readonly weight: number;
}

/** Everything that a match looks up: built once a knowledge version, never changed. */
export interface WordingIndex {
  readonly entries: readonly Entry[];
  readonly units: readonly Unit[];
  /** Term -> units that hold it. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** Term -> entry -> share of the entry's wordings that hold it. */
  readonly shares: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** True where a wording of the entry means just this, in whatever words and whichever guide it names. */
  means(terms: ReadonlySet<string>, entry: number): boolean;
  /** Weight of a term: rare among entries weighs more; a term that no entry holds weighs most. */
  weightOf(term: string): number;
  knows(term: string): boolean;
  /** True for a term that only names a procedure or its place. */
  isName(term: string): boolean;
  /** Terms and frames of a reading as one set. */
  termsOf(reading: Pick<Reading, 'terms' | 'frames'>): ReadonlySet<string>;
}

/** Reads every wording once and counts how many entries each term occurs in. */
export function indexWordings(entries: readonly Entry[], reader: Reader, kinds: TermKinds): WordingIndex {
  const termsOf = (reading: Pick<Reading, 'terms' | 'frames'>) => toTerms(reading, kinds.isName);
  const read = entries.map((entry) =>
    entry.wordings.map((wording) => ({ wording, terms: termsOf(reader.exact(wording)) })),
  );
  const counts = new Map<string, Map<number, number>>();
  for (const [entry, wordings] of read.entries()) {
    for (const { terms } of wordings) {
      for (const term of terms) {
        const byEntry = getOrAdd(counts, term, () => new Map<number, number>());
        byEntry.set(entry, (byEntry.get(entry) ?? 0) + 1 / wordings.length);
      }
    }
  }
  const weightOf = createWeights(counts, entries.length, kinds);
  const units: Unit[] = [];
  const postings = new Map<string, number[]>();
  const senses = new Map<string, Set<number>>();
  const senseOf = (terms: ReadonlySet<string>) =>
    [...terms]
      .filter((term) => !term.startsWith('~') && kinds.weightOf(term) >= LEAST_SENSE)
      .sort()
      .join(' ');
  for (const [entry, wordings] of read.entries()) {
    const seen = new Set<string>();
    for (const { wording, terms } of wordings) {
      const key = [...terms].sort().join(' ');
      if (terms.size === 0 || seen.has(key)) continue;
      seen.add(key);
      getOrAdd(senses, senseOf(terms), () => new Set<number>()).add(entry);
      for (const term of terms) getOrAdd(postings, term, () => []).push(units.length);
      units.push({ entry, wording, terms, weight: sum([...terms].map(weightOf)) });
    }
  }
  return {
    entries,
    units,
    postings,
    means: (terms, entry) => senses.get(senseOf(terms))?.has(entry) ?? false,
    shares: counts,
    weightOf,
    knows: (term) => counts.has(term),
    isName: kinds.isName,
    termsOf,
  };
}

/**
 * Terms and frames of a reading as one set. A concept also brings its own words, marked "~": "run" and "mow the lawn" are
 * both `#exercise-hard`, yet a wording that uses the very word fits better.
 */
function toTerms(
  { terms, frames }: Pick<Reading, 'terms' | 'frames'>,
  isName: TermKinds['isName'],
): ReadonlySet<string> {
  const surface = terms.flatMap(({ id, words }) =>
    id.startsWith('#') && !isName(id) ? words.split(' ').map((word) => `~${stem(word)}`) : [],
  );
  return new Set([...terms.map((term) => term.id), ...frames, ...surface]);
}

/** What weighs less only names a guide: "can i use a heat pad" and "heat pack after my facet injection" mean the same. */
const LEAST_SENSE = 0.38;

/** What a word that no wording holds takes from the likeness; the calibration counts such words apart. */
const UNKNOWN_SHARE = 0.35;

/** Inverse frequency over entries, counted by how strongly each entry uses the term, not by how many mention it once. */
function createWeights(
  counts: ReadonlyMap<string, ReadonlyMap<number, number>>,
  total: number,
  kinds: TermKinds,
): (term: string) => number {
  const most = Math.log(1 + total);
  return (term) => {
    const byEntry = counts.get(term);
    if (byEntry === undefined) return /^[~.]/u.test(term) ? 0 : most * kinds.weightOf(term) * UNKNOWN_SHARE;
    const spread = sum([...byEntry.values()].map((share) => Math.min(1, share * 6)));
    return Math.log(1 + total / (1 + spread)) * kinds.weightOf(term);
  };
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const present = map.get(key);
  if (present !== undefined) return present;
  const made = make();
  map.set(key, made);
  return made;
}

/** True for a content word that no wording holds; a procedure's name and a concept's own words do not count. */
export function isUnknown(term: string, index: WordingIndex): boolean {
  return !index.knows(term) && !/^[~.]/u.test(term) && !index.isName(term);
}
