/** Joins of pieces from the most to the least natural one; each part keeps what follows it. */
const GAPS: readonly ((text: string) => readonly string[])[] = [
  (text) => text.split(/(?<=\n\n)(?!\n)/u),
  (text) => text.split(/(?<=\n)/u),
  toSentences,
  toUnits,
  toGraphemes,
];

/**
 * Cuts a plain text into pieces of at most `limit` UTF-16 units (so no more code points either): between paragraphs, else
 * lines, sentences, words. Nothing is dropped; a number stays with its unit and a telephone number whole. Only a single
 * word longer than the limit is cut, and never inside a character. A limit below one character throws.
 */
export function splitText(text: string, limit: number): string[] {
  if (!(limit >= 1)) throw new RangeError(`splitText: a limit from 1 up is needed, got ${limit}`);
  return pack(text, limit, 0)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

function pack(text: string, limit: number, level: number): string[] {
  if (text.trim().length <= limit) return [text];
  const divide = GAPS[level];
  if (divide === undefined) return toHalves(text, limit);
  const pieces: string[] = [];
  for (const part of divide(text)) {
    const joined = `${pieces.at(-1) ?? ''}${part}`;
    if (pieces.length > 0 && joined.trim().length <= limit) pieces[pieces.length - 1] = joined;
    else pieces.push(...pack(part, limit, level + 1));
  }
  return pieces;
}

let sentences: Intl.Segmenter | undefined;
function toSentences(text: string): string[] {
  sentences ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  return [...sentences.segment(text)].map((part) => part.segment);
}

/** Words with the space after them; one that ends in a digit or bracket stays with the next: "48 hours", "(555) 555-0142". */
export function toUnits(text: string): string[] {
  return text.match(/(?:\S*[\d)][ ]+(?=[\p{L}\p{N}(]))*\S*\s*/gu)?.filter((unit) => unit !== '') ?? [];
}

let graphemes: Intl.Segmenter | undefined;
function toGraphemes(text: string): string[] {
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return [...graphemes.segment(text)].map((part) => part.segment);
}

/** One visible character longer than the limit, for example a heap of accents: cut between code points. */
function toHalves(text: string, limit: number): string[] {
  const pieces: string[] = [];
  for (const point of text) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + point.length <= limit) pieces[pieces.length - 1] = last + point;
    else pieces.push(point);
  }
  return pieces;
}
