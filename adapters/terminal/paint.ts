import { styleText } from 'node:util';
import type { Block, Level } from '#core';

const NARROWEST = 40;

/** Colour and line breaks for a terminal; without colour it writes plain text only. */
export function createPaint(colour: boolean, width: number) {
  const style = (format: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const wrap = (text: string) =>
    text
      .split('\n')
      .map((line) => wrapLine(line, Math.max(NARROWEST, width)))
      .join('\n');
  return {
    wrap,
    block: ({ kind }: Block, text: string): string => {
      const wrapped = wrap(text);
      if (kind === 'guide') return wrapped.replace(/^[^:\n]+:/u, (name) => style('bold', name));
      if (kind === 'caution') return style('yellow', wrap(`Note: ${text}`));
      return kind === 'source' || kind === 'notice' || kind === 'staff' ? style('dim', wrapped) : wrapped;
    },
    /** A bar of signs above and below, so that an alarm is unmistakable without colour too. */
    alarm: (text: string, level: Level): string => {
      const bar = '!'.repeat(Math.max(NARROWEST, Math.min(width, 72)));
      const title = level === 'emergency' ? 'EMERGENCY' : 'CALL TODAY';
      return [
        style(['bold', 'red'], bar),
        style(['bold', 'red'], title),
        '',
        text,
        '',
        style(['bold', 'red'], bar),
      ].join('\n');
    },
  };
}

function wrapLine(line: string, width: number): string {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...lines, current].join('\n');
}
