import { isEnglish } from './english.ts';
import { toPlain, toTokens } from './normalise.ts';
import { createPhraseTable, type FrameParts, hasFrame } from './phrases.ts';
import { createSpelling } from './spelling.ts';
import { stem } from './stem.ts';

/** The language of a knowledge base, as its lexicon and lists give it. */
export interface Language {
  readonly rewrites: Readonly<Record<string, string>>;
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  readonly frames: Readonly<Record<string, readonly string[]>>;
  readonly fillers: readonly string[];
  /** Words that say little. */
  readonly light: readonly string[];
  /** Group -> words that show that a question is about something else. */
  readonly outside: Readonly<Record<string, readonly string[]>>;
  /** Every other text whose words count as rightly spelt. */
  readonly texts: Iterable<string>;
}

/** One unit of meaning: `#concept`, `!group/word` for a word of outside.yaml, `.stem` of a light word, or the stem of any other content word. */
export interface Term {
  readonly id: string;
  /** The words as read, after spelling. */
  readonly words: string;
  /** Position of its first token after rewriting. */
  readonly at: number;
}

export interface Reading {
  readonly terms: readonly Term[];
  /** `?frame`: how the thing is asked. */
  readonly frames: readonly string[];
  readonly corrected: readonly { readonly from: string; readonly to: string }[];
  /** All tokens after rewriting and spelling. */
  readonly tokens: readonly string[];
}

/** Tokens -> terms and frames. Wordings are read by `exact`, which corrects no spelling. */
export interface Reader {
  read(tokens: readonly string[]): Reading;
  exact(text: string): Reading;
}

/** Hours, pounds, days and codes: the procedure room reads codes, no other number tells what is asked. */
const NUMBER = /^\d+(?:[.,]\d+)?$/u;

export function createReader(language: Language): Reader {
  const rewrites = new Map(Object.entries(language.rewrites).map(([from, to]) => [from, to.split(' ')]));
  const rewrite = (tokens: readonly string[]) => tokens.flatMap((token) => rewrites.get(token) ?? [token]);
  const toWords = (text: string) => rewrite(toTokens(toPlain(text)));
  const toStems = (text: string) => toWords(text).map(stem);

  const named = (lists: Readonly<Record<string, readonly string[]>>, mark: (name: string, phrase: string) => string) =>
    Object.entries(lists).flatMap(([name, phrases]) =>
      phrases.map((phrase) => [toWords(phrase), mark(name, phrase)] as const),
    );
  const phrases = createPhraseTable([
    ...named(language.concepts, (name) => `#${name}`),
    ...named(language.outside, (name, phrase) => `!${name}/${phrase}`),
  ]);
  const frames = compileFrames(language.frames, toStems);
  const fillers = new Set(language.fillers);
  const light = new Set(language.light.map(stem));

  const little = new Set([...language.fillers, ...language.light]);
  const vocabulary = new Map<string, number>();
  const count = (word: string) => vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
  for (const word of [...little, ...rewrites.keys()]) count(word);
  const lists = [
    ...Object.values(language.concepts),
    ...Object.values(language.outside),
    ...Object.values(language.frames),
  ];
  const pairs = new Map<string, string>();
  for (const text of [...lists.flat(), ...language.texts]) {
    const words = toWords(text);
    for (const [at, word] of words.entries()) {
      count(word);
      const next = words[at + 1];
      if (next !== undefined) pairs.set(`${word}${next}`, `${word} ${next}`);
    }
  }
  const correct = createSpelling(vocabulary, (word) => isEnglish(word) || rewrites.has(word), little, pairs);

  const plainTerm = (word: string) => (light.has(word) ? `.${word}` : word);

  const understand = (tokens: readonly string[], corrected: Reading['corrected']): Reading => {
    const stems = tokens.map(stem);
    const terms: Term[] = [];
    for (let at = 0; at < stems.length; ) {
      const found = phrases.longestAt(stems, tokens, at);
      const length = found?.length ?? 1;
      const words = tokens.slice(at, at + length).join(' ');
      if (isCodeLabel(words, tokens[at + length])) {
        at += length;
        continue;
      }
      if (found !== null) terms.push({ id: found.value, words, at });
      else if (!fillers.has(words) && !NUMBER.test(words)) terms.push({ id: plainTerm(stems[at] ?? words), words, at });
      at += length;
    }
    return { terms, frames: framesIn(stems, frames), corrected, tokens };
  };

  return {
    read: (typed) => {
      const corrected: { from: string; to: string }[] = [];
      const tokens = rewrite(typed).flatMap((token) => {
        const to = correct(token);
        if (to !== token) corrected.push({ from: token, to });
        return to.split(' ');
      });
      return understand(rewrite(tokens), corrected);
    },
    exact: (text) => understand(toWords(text), []),
  };
}

/** "cpt 12345": the label names a guide as the number does, and asks nothing about codes. */
function isCodeLabel(words: string, next: string | undefined): boolean {
  return /^(?:cpt|cpt code|code|guide|procedure|number)$/u.test(words) && /^\d{5}$/u.test(next ?? '');
}

type Frames = ReadonlyMap<string, readonly { readonly name: string; readonly parts: FrameParts }[]>;

function compileFrames(frames: Language['frames'], toStems: (text: string) => string[]): Frames {
  const compiled = Object.entries(frames).flatMap(([name, phrases]) =>
    phrases.map((phrase) => ({ name: `?${name}`, parts: phrase.split('...').map(toStems) })),
  );
  return Map.groupBy(compiled, (frame) => frame.parts[0]?.[0] ?? '');
}

function framesIn(stems: readonly string[], frames: Frames): string[] {
  const found = new Set<string>();
  for (const [start, word] of stems.entries()) {
    for (const { name, parts } of frames.get(word) ?? []) if (hasFrame(stems, start, parts)) found.add(name);
  }
  return [...found];
}
