import { toInert } from '../shared/index.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * What a person typed, out of Slack's markup: mentions of people and groups go; channels, dates and links become their words.
 * A sign that the person typed themselves arrives as an entity, so every real "<" is Slack's own.
 */
export function fromSlack(text: string): string {
  return text
    .replace(/<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/gu, (_, kind: string, target: string, label = '') =>
      kind === '' || kind === '#' || target.startsWith('date^') ? label || (kind === '' ? target : '') : '',
    )
    .replace(/&(?:amp|lt|gt);/gu, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}

/** Words as Slack's `text` fields take them: nothing in them can ping, link or hide. */
export function toSlack(text: string): string {
  return toInert(text).replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}
