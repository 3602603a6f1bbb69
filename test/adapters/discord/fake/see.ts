import { ComponentType } from 'discord.js';
import { type Json, listOf } from './limits.ts';
import { type Read, readMarkdown } from './markdown.ts';
import type { Posted } from './rest.ts';

/** Something on a message that can be pressed. */
export interface Pressable {
  readonly label: string;
  readonly id: string;
  /** Set for an option of a menu. */
  readonly value?: string;
}

/** What a person meets in a message. */
export interface SeenMessage extends Read {
  /** As it was sent, markup included. */
  readonly raw: string;
  /** Buttons and options that answer. */
  readonly choices: readonly Pressable[];
  /** Thumbs, sharing and reading in private. */
  readonly buttons: readonly Pressable[];
}

/** The channel's own buttons begin with this; what does not is a choice of the core. */
const OWN = /^faq\d+\|/u;

/** Top to bottom, as it is shown and read aloud. */
export function see({ body }: Posted): SeenMessage {
  const texts: string[] = body.content ? [String(body.content)] : [];
  const choices: Pressable[] = [];
  const buttons: Pressable[] = [];
  const walk = (component: Json): void => {
    const { type, content, custom_id: id, label } = component;
    if (type === ComponentType.TextDisplay) texts.push(String(content));
    if (type === ComponentType.Button)
      (OWN.test(String(id)) ? buttons : choices).push({ id: String(id), label: String(label) });
    for (const option of listOf(component.options))
      choices.push({ id: String(id), label: String(option.label), value: String(option.value) });
    for (const inner of listOf(component.components)) walk(inner);
  };
  for (const component of listOf(body.components)) walk(component);
  const reads = texts.map(readMarkdown);
  return {
    raw: texts.join('\n'),
    text: reads.map(({ text }) => text).join('\n'),
    live: reads.flatMap(({ live }) => live),
    bold: reads.flatMap(({ bold }) => bold),
    choices,
    buttons,
  };
}
