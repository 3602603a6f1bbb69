import type { Book, Steps } from './compile.ts';
import type { Sheet } from './sheet.ts';
import type { Readings } from './slips.ts';

/** Where something was found: tokens `start` up to, not including, `end`. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where each atom of a book stands in one sentence. */
export interface Places {
  readonly sheet: Sheet;
  of(atom: number): readonly Place[];
}

export interface SmallWords {
  /** May stand between any two words of a pattern. */
  readonly fillers: ReadonlySet<string>;
  /** Are never jumped over. */
  readonly stops: ReadonlySet<string>;
}

/** Fillers that may stand between two words of a pattern without using up a gap. */
const FREE_FILLERS = 3;
/** Places of one atom that may begin at one token; more would only repeat each other. */
const ENDS_PER_START = 8;
const NONE: readonly Place[] = [];

export type FindPlaces = (sheet: Sheet, masked: ReadonlySet<number>) => Places;

/** Finds every atom bottom-up: words first, then each definition from the ones before it. Time is linear in the sentence. */
export function createFindPlaces(book: Book, readings: Readings, small: SmallWords): FindPlaces {
  const prefixLengths = [...new Set([...book.prefixes.keys()].map((prefix) => prefix.length))];
  const lookUp = (word: string, found: (atom: number) => void) => {
    const exact = book.words.get(word);
    if (exact !== undefined) found(exact);
    for (const length of prefixLengths) {
      if (length > word.length) continue;
      const atom = book.prefixes.get(word.slice(0, length));
      if (atom !== undefined) found(atom);
    }
  };

  return (sheet, masked) => {
    const store = new Map<number, Map<number, number[]>>();
    const put = (atom: number, start: number, end: number): void => {
      let starts = store.get(atom);
      if (starts === undefined) store.set(atom, (starts = new Map()));
      const ends = starts.get(start);
      if (ends === undefined) starts.set(start, [end]);
      else if (ends.length < ENDS_PER_START && !ends.includes(end)) ends.push(end);
    };
    for (const [at, token] of sheet.tokens.entries()) {
      if (masked.has(at)) continue;
      const number = toNumber(token);
      if (number !== null) {
        for (const { atom, low, high } of book.numbers) if (number >= low && number <= high) put(atom, at, at + 1);
      }
      for (const word of readings(token)) lookUp(word, (atom) => put(atom, at, at + 1));
    }
    for (const { atom, sequences } of book.definitions) {
      for (const steps of sequences) {
        const first = steps[0];
        const starts = first && store.get(first.atom);
        if (starts === undefined) continue;
        for (const [start, ends] of starts) for (const end of ends) follow(steps, 1, start, end, atom);
      }
    }
    return { sheet, of: (atom) => toPlaces(store.get(atom)) };

    function follow(steps: Steps, index: number, start: number, end: number, atom: number): void {
      const step = steps[index];
      if (step === undefined) return put(atom, start, end);
      const starts = store.get(step.atom);
      if (starts === undefined) return;
      let free = FREE_FILLERS;
      let gap = step.gap;
      const clause = sheet.clauseOf[start];
      for (let at = end; sheet.clauseOf[at] === clause; at++) {
        for (const next of starts.get(at) ?? []) follow(steps, index + 1, start, next, atom);
        const token = sheet.tokens[at] ?? '';
        if (free > 0 && small.fillers.has(token)) free--;
        else if (gap > 0 && !small.stops.has(token)) gap--;
        else break;
      }
    }
  };
}

function toPlaces(starts: ReadonlyMap<number, readonly number[]> | undefined): readonly Place[] {
  if (starts === undefined) return NONE;
  return [...starts].flatMap(([start, ends]) => ends.map((end) => ({ start, end })));
}

/** "38,5" and "100.4" -> numbers; anything else -> null. */
function toNumber(token: string): number | null {
  const number = Number(token.replace(',', '.'));
  return Number.isFinite(number) && token !== '' ? number : null;
}
