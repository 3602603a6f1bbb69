import type { Knowledge } from '../knowledge/index.ts';
import { toPlain, toTokens } from '../text/index.ts';
import { NET, STREETS } from './addresses.ts';
import { DATES } from './dates.ts';
import { findNames } from './find-names.ts';
import type { Form } from './form.ts';
import { NUMBERS } from './numbers.ts';

/** In this order: a longer form before one that it contains. */
const FORMS: readonly Form[] = [...NET, ...DATES, ...STREETS, ...NUMBERS];

/**
 * Takes personal details out of a text, each replaced by its kind, as in "[name]". Total, time linear. What came out has
 * nothing left to take, unless a mark's length brings a distant cue for billing codes in or out of reach.
 */
export type Redact = (text: string) => string;

/** Rules of our own, since every library tried takes a guide's code for a ZIP code (docs/privacy.md has the figures). */
export function createRedact(knowledge: Knowledge): Redact {
  const codes = new Set(knowledge.guides.keys());
  const words = wordsOf(knowledge);
  const isKnown = (word: string) =>
    words.has(word) || (!/^[a-z]*$/u.test(word) && toTokens(word).every((part) => words.has(part)));
  return (text) => hideNames(hideForms(toReadable(text), codes), isKnown);
}

/** Everything that could hide a detail from the rules is gone: wide digits, invisible marks, odd spaces. */
function toReadable(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/(?!\n)[\p{Cc}\p{Z}]+/gu, ' ')
    .replace(/[‐‑‒–—−]/gu, '-')
    .trim();
}

function hideForms(text: string, codes: ReadonlySet<string>): string {
  return FORMS.reduce(
    (hidden, { mark, pattern, isOrdinary }) =>
      hidden.replace(pattern, (found) => (isOrdinary?.(found, codes) ? found : `[${mark}]`)),
    text,
  );
}

function hideNames(text: string, isKnown: (word: string) => boolean): string {
  let [hidden, end] = ['', 0];
  for (const found of findNames(text, isKnown)) {
    hidden += `${text.slice(end, found.start)}[${found.mark}]`;
    end = found.end;
  }
  return hidden + text.slice(end);
}

/** Words that the knowledge uses, medicines and body parts above all. */
function wordsOf({ lexicon, outside, questions, gaps }: Knowledge): ReadonlySet<string> {
  const texts = [
    ...Object.values(lexicon.concepts).flat(),
    ...Object.values(outside).flatMap((group) => group.words),
    ...[...questions.values(), ...gaps.values()].flatMap((entry) => entry.wordings),
    ...Object.keys(lexicon.rewrites),
  ];
  return new Set(texts.flatMap((text) => toTokens(toPlain(text))));
}
