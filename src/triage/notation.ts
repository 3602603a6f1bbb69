/** The notation of patterns in red-flags.yaml, explained at the head of that file: text -> parts of a tree. */
import { KnowledgeError } from '../knowledge/index.ts';

/** One thing that a token, or several, may be. */
export type Atom =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'number'; readonly low: number; readonly high: number }
  | { readonly kind: 'list'; readonly name: string }
  | { readonly kind: 'group'; readonly alternatives: readonly Sequence[] };

/** `gap` words may stand before the atom; `optional` ones may be missing. */
export interface Item {
  readonly atom: Atom;
  readonly gap: number;
  readonly optional: boolean;
}
export type Sequence = readonly Item[];
/** `a + b`: sequences of one clause, in any order. */
export type Together = readonly Sequence[];
/** `a & b`: anywhere in the message. */
export type Pattern = readonly Together[];

/** Words that "..." stands for, at most; fillers are not counted. */
const GAP = 6;

/** Thrown for a pattern that is not well formed: a fault of the knowledge like any other. */
export class NotationError extends KnowledgeError {
  constructor(pattern: string, what: string) {
    const mend = 'correct it; the head of the file explains the notation';
    super([{ file: 'red-flags.yaml', line: null, what: `pattern "${pattern}": ${what}`, mend }]);
    this.name = 'NotationError';
  }
}

export function parsePattern(text: string): Pattern {
  return text.split(' & ').map((side) => side.split(' + ').map((part) => parseSequence(part)));
}

export function parseSequence(text: string): Sequence {
  const lexemes = text.match(/\.\.\.|<[^<>]*>\??|[()|]\??|[^\s()|<>]+/gu) ?? [];
  const [sequence, next] = readSequence(text, lexemes, 0);
  if (next < lexemes.length) throw new NotationError(text, `unexpected "${lexemes[next]}"`);
  return sequence;
}

function readSequence(text: string, lexemes: readonly string[], from: number): [Item[], number] {
  const items: Item[] = [];
  let gap = 0;
  let at = from;
  for (; at < lexemes.length; at++) {
    const lexeme = lexemes[at] ?? '';
    if (lexeme === '|' || lexeme.startsWith(')')) break;
    if (lexeme === '...') {
      gap = GAP;
      continue;
    }
    if (lexeme === '(') {
      const [alternatives, end] = readGroup(text, lexemes, at + 1);
      items.push({ atom: { kind: 'group', alternatives }, gap, optional: lexemes[end] === ')?' });
      at = end;
    } else {
      const optional = lexeme.endsWith('?');
      items.push({ atom: toAtom(text, optional ? lexeme.slice(0, -1) : lexeme), gap, optional });
    }
    gap = 0;
  }
  if (items.length === 0) throw new NotationError(text, 'an empty part');
  if (items.every((item) => item.optional)) throw new NotationError(text, 'a part of optional words only');
  return [items, at];
}

function readGroup(text: string, lexemes: readonly string[], from: number): [Sequence[], number] {
  const alternatives: Sequence[] = [];
  for (let at = from; ; ) {
    const [sequence, end] = readSequence(text, lexemes, at);
    alternatives.push(sequence);
    const mark = lexemes[end];
    if (mark === undefined) throw new NotationError(text, 'a "(" without ")"');
    if (mark !== '|') return [alternatives, end];
    at = end + 1;
  }
}

function toAtom(text: string, lexeme: string): Atom {
  if (lexeme.startsWith('<#')) {
    const range = /^<#(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?>$/u.exec(lexeme);
    if (range === null) throw new NotationError(text, `"${lexeme}" is no number range such as <#100.4-108> or <#250>`);
    return { kind: 'number', low: Number(range[1]), high: Number(range[2] ?? range[1]) };
  }
  if (lexeme.startsWith('<')) return { kind: 'list', name: lexeme.slice(1, -1) };
  if (!/^[\p{L}\d]+\*?$/u.test(lexeme))
    throw new NotationError(text, `"${lexeme}" is no word; write it without apostrophe, accent or hyphen`);
  return lexeme.endsWith('*') ? { kind: 'prefix', prefix: lexeme.slice(0, -1) } : { kind: 'word', word: lexeme };
}
