import type { Knowledge } from '../knowledge/index.ts';
import { type Language, toTokens } from '../text/index.ts';

/** The words of a knowledge base as the reader takes them; everything written in it counts as rightly spelt. */
export function languageOf(knowledge: Knowledge): Language {
  const { lexicon } = knowledge;
  // A knee guide makes "knee" a word of ours.
  const names = [...knowledge.guides.values()].flatMap((guide) => [guide.name, ...guide.namedBy.flat()]);
  const ours = new Set(names.flatMap((name) => toTokens(name.toLowerCase())));
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
