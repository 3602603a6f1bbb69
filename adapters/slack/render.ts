import type { types } from '@slack/bolt';
import { type Block, type Reply, toPlainText, toText } from '#core';
import { splitText, toInert } from '../shared/index.ts';
import { choiceButtons, feedbackButtons, type Offer, offerButtons } from './buttons.ts';
import { LIMITS } from './limits.ts';
import type { Strings } from './strings.ts';
import { toSlack } from './words.ts';

/** One message as Slack takes it: `text` says everything that `blocks` show, for notifications and screen readers. */
export interface Message {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

/** What an item of a list costs besides its text, in characters of JSON. */
const LIST_ITEM = 80;
/** Block kinds of small print. */
const SMALL: ReadonlySet<Block['kind']> = new Set(['source', 'staff', 'notice']);

/**
 * Reply -> messages, in order and within the limits; mostly one. Words stand in plain or rich text, where Slack reads no
 * markup, so nothing in them can ping, link or format. Only `text` needs escaping.
 */
export function render(reply: Reply, offer: Offer, strings: Strings): Message[] {
  const choices = toPlainText({ ...reply, blocks: [] });
  return pack(
    [
      ...reply.blocks.flatMap((block, index) => toPieces(block, index === 0)),
      ...(offer.note === undefined ? [] : toPieces({ kind: 'notice', text: offer.note })),
      ...choiceButtons(reply.choices, offer).map((block, index) => piece(index === 0 ? choices : '', block)),
      ...offerButtons(offer, strings, reply.version).map((block) => piece('', block)),
      ...feedbackButtons(reply, offer, strings).map((block) => piece('', block)),
    ],
    strings,
  );
}

/** Words that are no reply, such as a thank-you. */
export function renderText(text: string, strings: Strings): Message[] {
  return pack(toPieces({ kind: 'line', text }), strings);
}

/** Pieces into as few messages as the limits allow. */
function pack(pieces: readonly Message[], strings: Strings): Message[] {
  const messages: Message[] = [];
  for (const next of pieces) {
    const last = messages.at(-1);
    const joined = last && join(last, next);
    if (joined && fits(joined)) messages[messages.length - 1] = joined;
    else messages.push(next.text === '' ? { ...next, text: strings.more } : next);
  }
  return messages;
}

function join(a: Message, b: Message): Message {
  return { text: [a.text, b.text].filter(Boolean).join('\n\n'), blocks: [...a.blocks, ...b.blocks] };
}

function fits({ blocks }: Message): boolean {
  return blocks.length <= LIMITS.blocks && JSON.stringify(blocks).length <= LIMITS.blocksTotal;
}

function piece(text: string, block: types.KnownBlock): Message {
  return { text: toSlack(text), blocks: [block] };
}

function toPieces(block: Block, first = false): Message[] {
  if (block.kind === 'guide') return guidePieces(block);
  const text = toInert(block.text);
  if (first && block.kind === 'action' && text.trim() !== '' && text.length <= LIMITS.header)
    return [piece(text, { type: 'header', text: plain(text) })];
  return splitText(text, LIMITS.section).map((part) =>
    piece(
      part,
      SMALL.has(block.kind)
        ? { type: 'context', elements: [plain(part)] }
        : { type: 'section', text: plain(part), expand: true },
    ),
  );
}

/** A guide that is too long for one block has its name on each of them: no statement stands without it. */
function guidePieces(block: Extract<Block, { kind: 'guide' }>): Message[] {
  const name = toInert(block.name);
  const room = LIMITS.section - name.length;
  const groups: (typeof block.statements)[number][][] = [];
  let left = 0;
  for (const { fact, text } of block.statements)
    for (const part of splitText(toInert(text), room)) {
      if (part.length > left) {
        groups.push([]);
        left = room;
      }
      groups.at(-1)?.push({ fact, text: part });
      left -= part.length + LIST_ITEM;
    }
  return groups.map((statements) =>
    piece(
      toText({ ...block, name, statements }),
      guideBlock(
        name,
        statements.map(({ text }) => text),
      ),
    ),
  );
}

/** The name in bold; several statements as a list. */
function guideBlock(name: string, statements: readonly string[]): types.RichTextBlock {
  const bold = { type: 'text', text: `${name}:`, style: { bold: true } } as const;
  const [only, ...more] = statements;
  if (more.length === 0)
    return {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [bold, { type: 'text', text: ` ${only}` }] }],
    };
  const items = statements.map((text) => ({
    type: 'rich_text_section' as const,
    elements: [{ type: 'text' as const, text }],
  }));
  return {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [bold] },
      { type: 'rich_text_list', style: 'bullet', elements: items },
    ],
  };
}

export function plain(text: string) {
  return { type: 'plain_text', text, emoji: false } as const;
}
