import { isDeepStrictEqual } from 'node:util';
import { Document, isMap, isNode, isPair, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { Path } from './read.ts';

/**
 * Sets one value of a YAML text and leaves every other character as it is: comments, order and line breaks stay. A mapping
 * is written on one line, `{state: approved}`. Null where nothing stands at the path's parent.
 */
export function setValue(text: string, path: Path, value: unknown): string | null {
  const [parent, key] = [path.slice(0, -1), path.at(-1)];
  const map = parseDocument(text).getIn(parent, true);
  if (!isMap(map) || key === undefined) return null;
  const pair = map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
  if (pair === undefined) return proven(text, insertKey(text, map, `${key}: ${toFlow(value)}`), path, value);
  if (!isScalar(pair.key) || !isNode(pair.value) || !pair.key.range || !pair.value.range) return null;
  const rest = text.slice(pair.value.range[1]);
  const gap = /\n\s*$/u.exec(text.slice(pair.key.range[1], pair.value.range[1]))?.[0] ?? '';
  return proven(text, `${text.slice(0, pair.key.range[1])}: ${toFlow(value)}${gap}${rest}`, path, value);
}

/** Adds texts to the end of a list, in its own form. Null where there is no list with at least one item. */
export function addItems(text: string, path: Path, items: readonly string[]): string | null {
  const list = parseDocument(text).getIn(path, true);
  const last = isSeq(list) ? list.items.at(-1) : undefined;
  if (!isSeq(list) || !isNode(last) || !last.range) return null;
  const [start, end] = last.range;
  const lead = /[ \t]*-[ \t]+$/u.exec(text.slice(0, start))?.[0] ?? '- ';
  const added = items.map((item) => (list.flow ? `, ${toFlow(item)}` : `\n${lead}${toFlow(item)}`)).join('');
  const at = start + text.slice(start, end).trimEnd().length;
  return proven(text, text.slice(0, at) + added + text.slice(at), path, [...list.toJSON(), ...items]);
}

/** Before the first key of a block, with the same indent. */
function insertKey(text: string, map: YAMLMap, line: string): string {
  const first = map.items[0]?.key;
  const at = isScalar(first) && first.range ? first.range[0] : (map.range?.[0] ?? 0);
  const indent = ' '.repeat(at - (text.lastIndexOf('\n', at - 1) + 1));
  return `${text.slice(0, at)}${line}\n${indent}${text.slice(at)}`;
}

/** A value on one line, quoted where YAML needs it. */
function toFlow(value: unknown): string {
  const document = new Document([value], { flow: true } as never);
  const line = document.toString({ lineWidth: 0, flowCollectionPadding: false, doubleQuotedAsJSON: true }).trim();
  return line.slice(1, -1);
}

/** The edited text, if it says what it said before but for the one value; a form of YAML that this cannot edit throws. */
function proven(before: string, after: string, path: Path, value: unknown): string {
  const wanted = parseDocument(before);
  wanted.setIn(path, value);
  if (isDeepStrictEqual(parseDocument(after).toJS(), wanted.toJS())) return after;
  throw new Error(`${path.join('.')}: cannot be edited as it is written; edit the file by hand`);
}
