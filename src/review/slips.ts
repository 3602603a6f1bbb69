import { isEnglish } from '../text/index.ts';

/** Longer words are no slips of anything. */
const LONGEST = 24;
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** True for a word that one slip of the finger, or a lost space, makes of known words: a letter too many, too few, wrong or swapped. */
export function isSlip(word: string, isKnown: (word: string) => boolean): boolean {
  if (word.length > LONGEST) return false;
  const isRight = (other: string) => isEnglish(other) || isKnown(other);
  for (let at = 0; at <= word.length; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (isRight(head + tail.slice(1))) return true;
    if (tail.length > 1 && isRight(`${head}${tail[1]}${tail[0]}${tail.slice(2)}`)) return true;
    if (head.length > 2 && tail.length > 2 && isRight(head) && isRight(tail)) return true;
    for (const letter of LETTERS)
      if (isRight(head + letter + tail) || isRight(head + letter + tail.slice(1))) return true;
  }
  return false;
}
