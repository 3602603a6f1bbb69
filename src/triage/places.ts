import type { Book, Definition, Steps } from './compile.ts';
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
  /** Every atom that was found. */
  atoms(): Iterable<number>;
}

export interface SmallWords {
  /** May stand between any two words of a pattern. */
  readonly fillers: ReadonlySet<string>;
  /** The same in the cues of filters. */
  readonly articles: ReadonlySet<string>;
  /** Are never jumped over. */
  readonly stops: ReadonlySet<string>;
}

/** `masked` are tokens that are passed over. */
export type FindPlaces = (sheet: Sheet, masked: ReadonlySet<number>) => Places;

/** Fillers that may stand between two words of a pattern without using up a gap. */
const FREE_FILLERS = 3;
/** Places of one atom that may begin at one token; more would only repeat each other. */
const ENDS_PER_START = 8;
const NONE: readonly Place[] = [];

/** Start -> ends of one atom. */
type Starts = Map<number, number[]>;

/** Finds every atom bottom-up: words first, then each definition from the ones before it. Time is linear in the sentence. */
export function createFindPlaces(book: Book, readings: Readings, small: SmallWords): FindPlaces {
  const atomsOf = createAtomsOf(book, readings);
  const startedBy = startersOf(book);

  return (sheet, masked) => {
    const store = new Map<number, Starts>();
    // 1 for a definition of which a first word was found: most sentences touch few of them.
    const pending = new Uint8Array(book.definitions.length);
    const put = (atom: number, start: number, end: number): void => {
      let starts = store.get(atom);
      if (starts === undefined) {
        starts = new Map();
        store.set(atom, starts);
        for (const index of startedBy.get(atom) ?? []) pending[index] = 1;
      }
      const ends = starts.get(start);
      if (ends === undefined) starts.set(start, [end]);
      else if (ends.length < ENDS_PER_START && !ends.includes(end)) ends.push(end);
    };
    const follow = (definition: Definition, steps: Steps, index: number, start: number, end: number): void => {
      const { atom, strict } = definition;
      const step = steps[index];
      if (step === undefined) {
        put(atom, start, end);
        return;
      }
      const starts = store.get(step.atom);
      if (starts === undefined) return;
      let free = FREE_FILLERS;
      let gap = step.gap;
      const fillers = strict ? small.articles : small.fillers;
      const clause = sheet.clauseOf[start];
      for (let at = end; sheet.clauseOf[at] === clause; at++) {
        for (const next of starts.get(at) ?? []) follow(definition, steps, index + 1, start, next);
        const token = sheet.tokens[at] ?? '';
        if (free > 0 && fillers.has(token)) free--;
        else if (gap > 0 && !small.stops.has(token)) gap--;
        else break;
      }
    };

    for (const [at, token] of sheet.tokens.entries()) {
      if (!masked.has(at)) for (const atom of atomsOf(token)) put(atom, at, at + 1);
    }
    for (const [index, definition] of book.definitions.entries()) {
      if (pending[index] === 0) continue;
      for (const steps of definition.sequences) {
        const starts = steps[0] && store.get(steps[0].atom);
        if (starts === undefined) continue;
        for (const [start, ends] of starts) for (const end of ends) follow(definition, steps, 1, start, end);
      }
    }
    const cache = new Map<number, readonly Place[]>();
    return {
      sheet,
      atoms: () => store.keys(),
      of: (atom) => {
        const starts = store.get(atom);
        if (starts === undefined) return NONE;
        let places = cache.get(atom);
        if (places === undefined) {
          places = toPlaces(starts);
          cache.set(atom, places);
        }
        return places;
      },
    };
  };
}

/** In the order of the text, which the search for neighbours relies on. */
function toPlaces(starts: Starts): readonly Place[] {
  const places = [...starts].flatMap(([start, ends]) => ends.map((end) => ({ start, end })));
  return places.sort((a, b) => a.start - b.start);
}

/** Atom -> indices of the definitions that have a sequence beginning with it. */
function startersOf(book: Book): ReadonlyMap<number, readonly number[]> {
  const starters = new Map<number, number[]>();
  for (const [index, { sequences }] of book.definitions.entries()) {
    for (const atom of new Set(sequences.flatMap((steps) => steps[0]?.atom ?? []))) {
      const list = starters.get(atom);
      if (list === undefined) starters.set(atom, [index]);
      else list.push(index);
    }
  }
  return starters;
}

/** Token -> the atoms that it is by itself: a word, the beginning of one, or a number. */
function createAtomsOf(book: Book, readings: Readings): (token: string) => number[] {
  const prefixLengths = [...new Set([...book.prefixes.keys()].map((prefix) => prefix.length))];
  return (token) => {
    const literal = book.exactWords.get(token);
    const atoms: number[] = literal === undefined ? [] : [literal];
    for (const word of readings(token)) {
      const exact = book.words.get(word);
      if (exact !== undefined) atoms.push(exact);
      for (const length of prefixLengths) {
        const atom = length <= word.length ? book.prefixes.get(word.slice(0, length)) : undefined;
        if (atom !== undefined) atoms.push(atom);
      }
    }
    // "38,5" and "100.4" are numbers.
    const number = Number(token.replace(',', '.'));
    for (const { atom, low, high } of book.numbers) if (number >= low && number <= high) atoms.push(atom);
    return atoms;
  };
}
