import { stemmer } from 'stemmer';

/** Shorter stems would join words that have nothing in common: "used" and "us". */
const SHORTEST = 3;

/**
 * Word -> what its plural, "-ed", "-ing" and "-ly" forms share (Porter's first step). Longer endings stay: "information"
 * is not "inform", and a drug called "evenity" is not an evening. Words with digits stay whole.
 */
export function stem(word: string): string {
  if (/\d/u.test(word) || word.length <= SHORTEST) return word;
  const stemmed = withoutE(withoutEnding(singular(word))).replace(/y$/u, 'i');
  return stemmed.length < SHORTEST ? word : stemmed;
}

function singular(word: string): string {
  if (/(?:ss|x|z|ch|sh)es$/u.test(word)) return word.slice(0, -2);
  if (/ies$/u.test(word)) return `${word.slice(0, -3)}y`;
  return /[^suia']s$/u.test(word) ? word.slice(0, -1) : word;
}

function withoutEnding(word: string): string {
  const rest = /^(.*[aeiouy].*?)(?:(?<!e)ed|ing)$/u.exec(word)?.[1];
  if (rest === undefined) return /^.{4,}ly$/u.test(word) ? word.slice(0, -2) : word;
  if (/(?:at|bl|iz|is)$/u.test(rest) || (syllables(rest) === 1 && endsShort(rest))) return `${rest}e`;
  return /([^aeioulsz])\1$/u.test(rest) ? rest.slice(0, -1) : rest;
}

/** The silent e goes, except after one short syllable: "care" is not "car". */
function withoutE(word: string): string {
  if (!word.endsWith('e')) return word;
  const rest = word.slice(0, -1);
  const count = syllables(rest);
  return count > 1 || (count === 1 && !endsShort(rest)) ? rest : word;
}

/** Vowels followed by consonants. */
function syllables(word: string): number {
  return word.match(/[aeiouy]+[^aeiouy]+/gu)?.length ?? 0;
}

function endsShort(word: string): boolean {
  return /[^aeiouy][aeiouy][^aeiouwxy]$/u.test(word);
}

/** Word -> what derived words share too, "bleed" and "bleeder" (Porter's whole stemmer): the clues of the safety gate are learnt with it. */
export function root(word: string): string {
  return /\d/u.test(word) || word.length <= SHORTEST ? word : stemmer(word);
}
