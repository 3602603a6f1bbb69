import type { Knowledge } from '../knowledge/index.ts';
import type { Language } from '../text/index.ts';

/** The words of a knowledge base as the reader takes them; everything written in it counts as rightly spelt. */
export function languageOf(knowledge: Knowledge): Language {
  const { lexicon } = knowledge;
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
    outside: Object.fromEntries(Object.entries(knowledge.outside).map(([group, { words }]) => [group, words])),
    texts: [
      ...asked,
      ...[...knowledge.help.values()].flatMap((help) => help.wordings),
      ...[...knowledge.guides.values()].map((guide) => guide.name),
    ],
  };
}
