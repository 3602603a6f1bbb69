/** Control characters (escape codes begin with one), zero-width and direction marks; tab and line feed stay. */
const LIVE = /(?![\t\n])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A person's words made safe to show again as plain text. A channel with markup escapes that too. */
export function toInert(text: string): string {
  return text.toWellFormed().replace(LIVE, '');
}
