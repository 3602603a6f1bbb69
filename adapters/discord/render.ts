import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import type { Block, Choice, Reply } from '#core';
import { splitText, toInert } from '../shared/index.ts';
import { menuId } from './custom-id.ts';
import { escapeMarkdown } from './markdown.ts';
import { english } from './strings.ts';

/** Discord refuses a whole message over one breach (docs.discord.com/developers, resources/message and components/reference). */
export const LIMITS = {
  /** Characters of a plain message. */
  content: 2000,
  /** Characters of all texts of a message made of components. */
  text: 4000,
  buttonsInRow: 5,
  label: 80,
  /** What a phone shows of a button's label; longer ones go into a menu. */
  labelShown: 38,
  options: 25,
  /** Discord takes 100; more than a label has is hard to read in a menu on a phone. */
  option: 80,
} as const;

/** Body of a message as Discord takes it. Nobody is pinged by it, whatever stands in it. */
export interface Payload {
  readonly content?: string;
  readonly flags?: MessageFlags;
  readonly components?: APIMessageTopLevelComponent[];
  readonly allowed_mentions: { parse: []; replied_user: false };
}

/** A button of the channel's own, under the reply. */
export interface Button {
  readonly id: string;
  readonly label: string;
}

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/**
 * Reply -> messages, in order; the last one has the choices and the buttons. An alarm is plain content, so that it also
 * stands in notifications; all else is a card of components, since embeds can be switched off and content is shorter.
 */
export function render(reply: Reply, buttons: readonly Button[] = []): Payload[] {
  const words = reply.blocks.map(renderBlock).filter((text) => text !== '');
  const choices = choiceRows(reply.choices);
  if (reply.kind === 'escalate')
    return inPieces(words, LIMITS.content, (content, isLast) => plain(content, isLast ? choices : []));
  return inPieces([...words, small(english.general)], LIMITS.text, (content, isLast) => {
    const text = { type: ComponentType.TextDisplay as const, content };
    const card = { type: ComponentType.Container as const, components: isLast ? [text, ...choices] : [text] };
    const own = isLast && buttons.length > 0 ? [buttonRow(buttons)] : [];
    return { ...SILENT, flags: MessageFlags.IsComponentsV2, components: [card, ...own] };
  });
}

/** A line of the channel itself, with buttons if any. */
export function renderLine(text: string, buttons: readonly Button[] = []): Payload {
  return plain(escapeMarkdown(text), buttons.length > 0 ? [buttonRow(buttons)] : []);
}

const SILENT = { allowed_mentions: { parse: [], replied_user: false } } satisfies Payload;

function plain(content: string, rows: Row[]): Payload {
  return { ...SILENT, content, components: rows };
}

function inPieces(
  words: readonly string[],
  limit: number,
  wrap: (piece: string, isLast: boolean) => Payload,
): Payload[] {
  const pieces = splitText(words.join('\n\n'), limit);
  return pieces.map((piece, index) => wrap(piece, index === pieces.length - 1));
}

function renderBlock(block: Block): string {
  if (block.kind === 'guide') {
    const name = `**${escapeMarkdown(block.name).trim()}:**`;
    const statements = block.statements.map(({ text }) => escapeMarkdown(text).trim());
    return statements.length === 1
      ? `${name} ${statements[0]}`
      : [name, ...statements.map((text) => `- ${text}`)].join('\n');
  }
  const text = escapeMarkdown(block.text).trim();
  if (text === '') return '';
  if (block.kind === 'action') return `**${text}**`;
  return block.kind === 'source' || block.kind === 'notice' || block.kind === 'staff' ? small(text) : text;
}

function small(text: string): string {
  return text
    .split('\n')
    .map((line) => `-# ${line}`)
    .join('\n');
}

/** Buttons where they can be read whole on a phone; else menus. */
function choiceRows(choices: readonly Choice[]): Row[] {
  if (choices.length === 0) return [];
  const buttons = choices.map(({ id, label }) => ({ id, label: toInert(label) }));
  const fits = buttons.length <= LIMITS.buttonsInRow && buttons.every(({ label }) => label.length <= LIMITS.labelShown);
  if (fits) return [buttonRow(buttons)];
  const menus = Math.ceil(buttons.length / LIMITS.options);
  return Array.from({ length: menus }, (_, index) => ({
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: menuId(index),
        placeholder: english.choose,
        options: buttons
          .slice(index * LIMITS.options, (index + 1) * LIMITS.options)
          .map(({ id, label }) => ({ value: id, label: shorten(label, LIMITS.option) })),
      },
    ],
  }));
}

function buttonRow(buttons: readonly Button[]): Row {
  return {
    type: ComponentType.ActionRow,
    components: buttons.map(
      ({ id, label }): APIButtonComponentWithCustomId => ({
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        custom_id: id,
        label: shorten(label, LIMITS.label),
      }),
    ),
  };
}

/** At most `limit` characters; a longer text ends in "…", between words where it can. */
export function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${splitText(text, limit - 1)[0]}…`;
}
