import { toPlain, toTokens } from '../text/index.ts';
import type { Fault } from './faults.ts';
import type { Lexicon } from './schema.ts';
import type { Sources } from './sources.ts';

/** Words and phrases: each may mean one thing only, and every word of a guide's name must mean something. */
export function wordFaults(sources: Sources): Fault[] {
  const { value } = sources.files.lexicon;
  return [
    ...titleFaults(sources),
    ...(value === null ? [] : [...phraseFaults(sources, value), ...nameFaults(sources, value)]),
  ];
}

/** A phrase as the reader sees it: words, after rewriting. */
function toKey(phrase: string, { rewrites }: Lexicon): string {
  return toTokens(toPlain(phrase))
    .map((word) => (Object.hasOwn(rewrites, word) ? rewrites[word] : word))
    .join(' ');
}

/** Under two concepts, or in a concept and in outside.yaml, a phrase would mean whichever stands first. */
function phraseFaults({ files: { lexicon, outside } }: Sources, value: Lexicon): Fault[] {
  const lists = [
    ...Object.entries(value.concepts).map(([name, phrases]) => ({
      phrases,
      name: `concept "${name}"`,
      faultAt: (index: number, what: string, mend: string) => lexicon.faultAt(['concepts', name, index], what, mend),
    })),
    ...Object.entries(outside.value ?? {}).map(([name, { words }]) => ({
      phrases: words,
      name: `group "${name}" of outside.yaml`,
      faultAt: (index: number, what: string, mend: string) => outside.faultAt([name, 'words', index], what, mend),
    })),
  ];
  const seen = new Map<string, string>();
  return lists.flatMap(({ phrases, name, faultAt }) =>
    phrases.flatMap((phrase, index) => {
      const key = toKey(phrase, value);
      if (key === '') return [faultAt(index, `"${phrase}" holds no word`, 'remove it')];
      const other = seen.get(key);
      if (other === undefined) seen.set(key, name);
      if (other === undefined || other === name) return [];
      return [faultAt(index, `"${phrase}" is in ${other} and in ${name}`, 'keep it where it fits better')];
    }),
  );
}

/** What a guide's name is made of: concepts of the lexicon, or words that people say. */
function nameFaults({ procedures }: Sources, value: Lexicon): Fault[] {
  const fillers = new Set(value.fillers);
  const means = (word: string) => {
    if (Object.hasOwn(value.concepts, word)) return true;
    if (/\w-\w/u.test(word)) return false; // a concept's name, misspelt
    return toKey(word, value)
      .split(' ')
      .some((token) => /\p{L}/u.test(token) && !fillers.has(token));
  };
  return procedures.flatMap(({ value: guide, faultAt }) => {
    const groups = guide?.named_by ?? [];
    const named = groups.flatMap((words, group) => words.map((word, index) => ({ word, path: [group, index] })));
    const shared = (guide?.shares ?? []).map((word, index) => ({ word, path: [index] }));
    const toFaults = (key: string, list: typeof named) =>
      list
        .filter(({ word }) => !means(word))
        .map(({ word, path }) =>
          faultAt(
            [key, ...path],
            `"${word}" in ${key} means nothing`,
            'use the name of a concept of lexicon.yaml, or words that people say, with spaces',
          ),
        );
    return [...toFaults('named_by', named), ...toFaults('shares', shared)];
  });
}

/** A topic's name, title and aliases open it on a line of their own, so no other topic may have them. */
function titleFaults({ questions }: Sources): Fault[] {
  const seen = new Map<string, string>();
  return questions.flatMap(({ value, faultAt }) => {
    if (value === null) return [];
    const { topic, title, aliases } = value;
    const names = [
      { name: topic, path: ['topic'] },
      { name: title, path: ['title'] },
      ...aliases.map((name, index) => ({ name, path: ['aliases', index] })),
    ];
    return names.flatMap(({ name, path }) => {
      const key = toTokens(toPlain(name)).join(' ');
      const other = seen.get(key);
      if (other === undefined) seen.set(key, topic);
      if (other === undefined || other === topic) return [];
      return [faultAt(path, `"${name}" also names topic "${other}"`, 'keep it where it fits better')];
    });
  });
}
