import { toUnits } from '../shared/index.ts';

/** Narrower terminals scroll sideways rather than break every word, in columns. */
const NARROWEST = 20;
/** What begins a list entry; the lines after it stand under its text. */
const BULLET = /^(?:- |\d+\. )/u;

/** Breaks every line of a text at words, at most `width` columns each; a telephone number stays whole. */
export function wrap(text: string, width: number): string {
  const columns = Math.max(NARROWEST, width);
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n');
}

function wrapLine(line: string, columns: number): string {
  if (line.length <= columns) return line;
  const indent = ' '.repeat(BULLET.exec(line)?.[0].length ?? 0);
  const lines: string[] = [];
  let current = '';
  for (const unit of toUnits(line)) {
    if (current.trim() !== '' && `${current}${unit}`.trimEnd().length > columns) {
      lines.push(current.trimEnd());
      current = `${indent}${unit}`;
    } else {
      current += unit;
    }
  }
  return [...lines, current.trimEnd()].join('\n');
}
