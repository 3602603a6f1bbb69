/** Typing errors, made the same way every time. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: 'qsz',
  b: 'vgn',
  c: 'xdv',
  d: 'sfe',
  e: 'wrd',
  f: 'dgr',
  g: 'fht',
  h: 'gjy',
  i: 'uok',
  j: 'hku',
  k: 'jli',
  l: 'ko',
  m: 'nj',
  n: 'bmh',
  o: 'ipl',
  p: 'ol',
  q: 'wa',
  r: 'etf',
  s: 'adw',
  t: 'ryg',
  u: 'yij',
  v: 'cbf',
  w: 'qes',
  x: 'zcs',
  y: 'tuh',
  z: 'xa',
}; // prettier would be taller, not clearer
const SHORTEST = 4;

/** One slip in one word of four letters or more: a letter left out, doubled, swapped with the next, or its neighbour on the keyboard. */
export function mistype(text: string, seed: string): string {
  const random = createRandom(seed);
  const words = [...text.matchAll(/[a-z]{4,}/giu)].filter((match) => match[0].length >= SHORTEST);
  const word = words[Math.floor(random() * words.length)];
  if (word === undefined) return text;
  const at = word.index + 1 + Math.floor(random() * (word[0].length - 2));
  const letter = text[at] ?? '';
  const near = NEIGHBOURS[letter.toLowerCase()] ?? letter;
  const slips = [
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + letter + text.slice(at),
    text.slice(0, at) + (text[at + 1] ?? '') + letter + text.slice(at + 2),
    text.slice(0, at) + (near[Math.floor(random() * near.length)] ?? letter) + text.slice(at + 1),
  ];
  return slips[Math.floor(random() * slips.length)] ?? text;
}

/** mulberry32 over a hash of the seed. */
function createRandom(seed: string): () => number {
  let state = [...seed].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
