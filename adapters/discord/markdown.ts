import { toInert } from '../shared/index.ts';

/** Marks that Discord acts upon wherever they stand: emphasis, code, spoilers, masked links, mentions, times, emoji. */
const ANYWHERE = /[\\`*_~|<[@]|:(?=\S)|\.(?=\p{L})/gu;
/** Headings, small print, quotes and lists, at the start of a line. */
const AT_LINE_START = /^(\s*)([#>+-]|\d+(?=\.\s))(\.?)/gmu;

/**
 * A text as Discord shows it word for word: no markup, mention or link of it lives. A backslash before the colon or the dot
 * of an address keeps Discord from linking it, and from showing an invite.
 */
export function escapeMarkdown(text: string): string {
  return toInert(text)
    .replace(ANYWHERE, '\\$&')
    .replace(AT_LINE_START, (_, space: string, mark: string, dot: string) =>
      /\d/u.test(mark) ? `${space}${mark}\\${dot}` : `${space}\\${mark}${dot}`,
    );
}

/** Mentions of people, roles, channels, commands and settings, times and emoji of a server: no words of a question. */
const TAGS = /<(?:@[!&]?|#|t:-?|id:|\/[^:>]{1,100}:|a?:\w{1,64}:)[\w:-]{1,40}>/gu;

/** What a person wrote on Discord, with its tags taken out. */
export function toWords(content: string): string {
  return content.replace(TAGS, ' ').trim();
}
