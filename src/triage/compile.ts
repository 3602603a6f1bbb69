import type { RedFlags } from '../knowledge/red-flags-schema.ts';
import { type Atom, NotationError, type Pattern, parsePattern, parseSequence, type Sequence } from './notation.ts';

/** One step of a compiled sequence: the id of an atom, and how many words may stand before it. */
export interface Step {
  readonly atom: number;
  readonly gap: number;
}
export type Steps = readonly Step[];
/** A list, or a part of a rule: found where one of its sequences is found. */
export interface Definition {
  readonly atom: number;
  readonly sequences: readonly Steps[];
  /** True where only articles may stand between two words. */
  readonly strict: boolean;
}
/** Definitions whose places must lie in one clause, near each other. */
export type CompiledTogether = readonly number[];

export interface Book {
  readonly words: ReadonlyMap<string, number>;
  /** Words of filters and masks, which a misspelt word never stands for: spelling only widens the net. */
  readonly exactWords: ReadonlyMap<string, number>;
  readonly prefixes: ReadonlyMap<string, number>;
  readonly numbers: readonly { readonly atom: number; readonly low: number; readonly high: number }[];
  /** In an order in which each needs only earlier ones. */
  readonly definitions: readonly Definition[];
  /** How many atoms there are. */
  readonly size: number;
}

/** Turns patterns into numbered atoms and definitions. Everything must be added before `book` is called. */
export interface Compiler {
  /** The atom of a list of sequences, found wherever one of them is. */
  any(patterns: readonly string[], strict?: boolean): number;
  pattern(text: string): readonly CompiledTogether[];
  book(): Book;
}

/** Longest chain of lists inside lists. */
const DEEPEST = 12;

export function createCompiler(lists: RedFlags['words']): Compiler {
  const words = new Map<string, number>();
  const exactWords = new Map<string, number>();
  const prefixes = new Map<string, number>();
  const numbers: { atom: number; low: number; high: number }[] = [];
  const numbered = new Map<string, number>();
  const definitions: Definition[] = [];
  const named = new Map<string, number>();
  const anonymous = new Map<string, number>();
  let size = 0;

  const once = (map: Map<string, number>, key: string, make?: (atom: number) => void): number => {
    const known = map.get(key);
    if (known !== undefined) return known;
    const atom = size++;
    map.set(key, atom);
    make?.(atom);
    return atom;
  };
  const define = (sequences: readonly Sequence[], depth: number, strict: boolean): number => {
    const key = JSON.stringify([strict, sequences]);
    const known = anonymous.get(key);
    if (known !== undefined) return known;
    // Inner lists are numbered and stored first, so that order of storage is order of evaluation.
    const compiled = sequences
      .flatMap((sequence) => variants(sequence))
      .map((sequence) => toSteps(sequence, depth, strict));
    const atom = size++;
    definitions.push({ atom, sequences: compiled, strict });
    anonymous.set(key, atom);
    return atom;
  };
  const toSteps = (sequence: Sequence, depth: number, strict: boolean): Steps =>
    sequence.map(({ atom, gap }) => ({ atom: toAtom(atom, depth, strict), gap }));
  const toAtom = (atom: Atom, depth: number, strict: boolean): number => {
    if (atom.kind === 'word') return once(strict ? exactWords : words, atom.word);
    if (atom.kind === 'prefix') return once(prefixes, atom.prefix);
    if (atom.kind === 'group') return define(atom.alternatives, depth + 1, strict);
    if (atom.kind === 'list') return list(atom.name, depth + 1, strict);
    const { low, high } = atom;
    return once(numbered, `${low}-${high}`, (id) => numbers.push({ atom: id, low, high }));
  };
  const list = (name: string, depth: number, strict: boolean): number => {
    const key = `${name} ${strict}`;
    const known = named.get(key);
    if (known !== undefined) return known;
    const wordings = Object.hasOwn(lists, name) ? lists[name] : undefined;
    if (wordings === undefined) throw new NotationError(`<${name}>`, 'no word list of that name');
    if (depth > DEEPEST) throw new NotationError(`<${name}>`, 'contains itself, or lists are nested too deeply');
    const atom = define(wordings.map(parseSequence), depth, strict);
    named.set(key, atom);
    return atom;
  };
  const compilePattern = (pattern: Pattern) =>
    pattern.map((together) => together.map((sequence) => define([sequence], 0, false)));

  return {
    any: (patterns, strict = false) => define(patterns.map(parseSequence), 0, strict),
    pattern: (text) => compilePattern(parsePattern(text)),
    book: () => ({ words, exactWords, prefixes, numbers, definitions, size }),
  };
}

/** A sequence with and without each of its optional items. */
function variants(sequence: Sequence): Sequence[] {
  const at = sequence.findIndex((item) => item.optional);
  const item = sequence[at];
  if (item === undefined) return [sequence];
  const after = sequence.slice(at + 1);
  // The gap before a left-out item passes to its successor.
  const closed = after.map((next, index) => (index === 0 ? { ...next, gap: Math.max(next.gap, item.gap) } : next));
  const before = sequence.slice(0, at);
  return [...variants([...before, { ...item, optional: false }, ...after]), ...variants([...before, ...closed])].filter(
    (one) => one.length > 0,
  );
}
