import type { Knowledge } from '../knowledge/index.ts';
import { type Language, toTokens } from '../text/index.ts';

/** The words of a knowledge base as the reader takes them; everything written in it counts as rightly spelt. */
export function languageOf(knowledge: Knowledge): Language {
  const { lexicon } = knowledge;
  // A knee guide makes "knee" a word of ours.
  const names = namesOf(knowledge);
  const ours = new Set(wordsOf(names));
  const asked = [...knowledge.questions.values(), ...knowledge.gaps.values()].flatMap(({ wordings, asks }) => [
    ...wordings,
    asks,
  ]);
  return {
    rewrites: lexicon.rewrites,
    concepts: lexicon.concepts,
    frames: lexicon.frames,
    fillers: lexicon.fillers,
    light: lexicon.light,
    outside: Object.fromEntries(
      Object.entries(knowledge.outside).map(([group, { words }]) => [group, words.filter((word) => !ours.has(word))]),
    ),
    texts: [...asked, ...[...knowledge.help.values()].flatMap((help) => help.wordings), ...names],
  };
}

/** Words of the guides' names that the lexicon does not hold, neither by themselves nor in a concept that names a guide. */
export function newNameWords(knowledge: Knowledge): Set<string> {
  const { concepts, fillers, light } = knowledge.lexicon;
  const single = Object.values(concepts)
    .flat()
    .filter((phrase) => !phrase.includes(' '));
  const naming = [...knowledge.guides.values()].flatMap(({ namedBy }) => namedBy.flat());
  const held = new Set([...single, ...fillers, ...light, ...wordsOf(naming.flatMap((name) => concepts[name] ?? []))]);
  return new Set(wordsOf(namesOf(knowledge)).filter((word) => !held.has(word)));
}

function namesOf(knowledge: Knowledge): string[] {
  return [...knowledge.guides.values()].flatMap((guide) => [guide.name, ...guide.namedBy.flat()]);
}

function wordsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => toTokens(text.toLowerCase()));
}
