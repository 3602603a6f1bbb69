/** Number of a made-up guide -> a name of two words that no list holds, as "dormont kelscope". */
export function madeUpName(index: number): string {
  return `${word(index * 7 + 3)} ${word(index * 13 + 5)}`;
}

/** A made-up word, another for each seed up to some thousands. */
function word(seed: number): string {
  const heads = [
    'br',
    'cal',
    'dor',
    'fen',
    'gra',
    'hel',
    'jor',
    'kel',
    'lum',
    'mor',
    'nev',
    'pol',
    'qui',
    'rav',
    'sel',
    'tor',
    'ul',
    'vex',
    'wil',
    'zan',
  ];
  const middles = ['a', 'edi', 'ifo', 'ostu', 'ura', 'elma', 'onga', 'itre', 'apso', 'ulvi', 'ero', 'anti'];
  const tails = [
    'plex',
    'mont',
    'dine',
    'rax',
    'vell',
    'thor',
    'scope',
    'line',
    'mund',
    'gren',
    'fast',
    'lith',
    'quor',
    'stal',
    'brin',
    'dex',
  ];
  const pick = (list: readonly string[], step: number) => list[Math.floor(seed / step) % list.length] ?? '';
  return (
    pick(heads, 1) +
    pick(middles, heads.length) +
    pick(tails, heads.length * middles.length) +
    (seed >= heads.length * middles.length * tails.length ? pick(middles, 3) : '')
  );
}
