import { styleText } from 'node:util';
import { type Block, type Choice, type Level, type Reply, toText } from '#core';
import { toInert } from '../shared/index.ts';
import { wrap } from './wrap.ts';

/** Widest bar around an alarm, in columns. */
const WIDEST_BAR = 72;
const TITLES: Readonly<Record<Level, string>> = { emergency: '!!! EMERGENCY !!!', urgent: '! URGENT !' };

export interface PaintOptions {
  readonly colour: boolean;
  /** Columns; Infinity where nothing is wrapped. */
  readonly width: number;
}

/** A reply as lines for a terminal. Colour only adds: an alarm stands out by its bars and its title too. */
export function paintReply(reply: Reply, options: PaintOptions): string {
  const body = [
    ...reply.blocks.map((block) => paintBlock(block, options)).filter((text) => text !== ''),
    ...(reply.choices.length > 0 ? [paintChoices(reply.choices, options)] : []),
  ].join('\n\n');
  if (reply.kind !== 'escalate') return body;
  const loud = (text: string) => style(['bold', 'red'], text, options);
  const bar = loud('!'.repeat(Math.min(options.width, WIDEST_BAR)));
  return [bar, loud(TITLES[reply.level]), '', body, '', bar].join('\n');
}

/** Something that the terminal itself says, beside the replies. */
export function paintNote(text: string, options: PaintOptions): string {
  return style('dim', wrap(text, options.width), options);
}

function paintBlock(block: Block, options: PaintOptions): string {
  const text = toInert(toText(block));
  if (text === '') return '';
  switch (block.kind) {
    case 'action':
      return style('bold', wrap(text, options.width), options);
    case 'guide':
      return wrap(text, options.width).replace(/^[^:]+:/u, (name) => style('bold', name, options));
    case 'caution':
      return style('yellow', wrap(`Note: ${text}`, options.width), options);
    case 'source':
    case 'staff':
    case 'notice':
      return paintNote(text, options);
    default:
      return wrap(text, options.width);
  }
}

function paintChoices(choices: readonly Choice[], { width }: PaintOptions): string {
  return choices.map((choice, index) => wrap(`${index + 1}. ${toInert(choice.label)}`, width)).join('\n');
}

function style(format: Parameters<typeof styleText>[0], text: string, { colour }: PaintOptions): string {
  return colour ? styleText(format, text, { validateStream: false }) : text;
}
