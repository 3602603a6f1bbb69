import type { Utterance } from '../types.ts';

/** Longest text that is read whole; of a longer one the first and last halves are read (DESIGN: triage promise). */
export const READ_LIMIT = 100_000;

// Controls other than line ends and tabs, and what shows nothing: zero-width and direction marks, soft hyphens, BOM, selectors.
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|(?![\n\t])\p{Cc}/gu;
const ACCENTS = /\p{M}/gu;

/** Any text -> Utterance. Total, idempotent on `plain`, time linear in the text's length. */
export function normalise(text: string): Utterance {
  const cut = text.length > READ_LIMIT;
  // The space keeps a word at the seam from joining two halves.
  const raw = cut ? `${text.slice(0, READ_LIMIT / 2)} \n ${text.slice(-READ_LIMIT / 2)}` : text;
  const plain = toPlain(raw);
  return { raw, plain, sentences: toSentences(plain), tokens: toTokens(plain), cut };
}

/** Lower case, accents kept (Spanish needs them to be recognised), one kind of quote, dash and space. */
export function toPlain(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\r\n?/gu, '\n')
    .replace(INVISIBLE, '')
    .replace(/[’‘‛`´ʼ＇]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/…/gu, '...')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[ \n]*/gu, '\n')
    .trim();
}

/** Splits at sentence marks and line ends; a dot inside a number or an abbreviation such as "dr." does not split. */
export function toSentences(plain: string): string[] {
  return plain
    .split(/(?<=[?!]|\.{3}|(?<!\b(?:dr|mr|mrs|ms|st|vs|approx|e\.g|i\.e))\.)\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** Words and numbers: "Can't" -> cant, "w/o" -> without, "#12345" -> 12345, "cpt12345" -> cpt 12345, "100.4°F" -> 100.4 f. */
export function toTokens(plain: string): string[] {
  const folded = plain
    .normalize('NFD')
    .replace(ACCENTS, '')
    .replace(/\bw\/o\b/gu, 'without')
    .replace(/\bw\/(?=\s|\w)/gu, 'with ')
    .replace(/'/gu, '');
  const words = folded.match(/\d+(?:[.,]\d+)*|\p{L}[\p{L}\d]*/gu) ?? [];
  return words.flatMap((word) => splitCode(word.replace(/,(?=\d{3}\b)/gu, '')));
}

/** A code written together with its label, "cpt12345" or "12345si". */
function splitCode(word: string): string[] {
  const parts = /^(\p{L}+)(\d{4,})$/u.exec(word);
  return parts === null ? [word] : parts.slice(1);
}
