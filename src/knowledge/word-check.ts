import { toPlain, toTokens } from '../text/index.ts';
import type { Fault } from './faults.ts';
import type { Knowledge } from './knowledge.ts';
import type { Sources } from './load.ts';
import { REPLY_KEYS } from './reply-keys.ts';

/** Faults of single words and lines: phrases with two meanings, names that mean nothing, replies that nothing says. */
export function wordFaults(knowledge: Knowledge, sources: Sources): Fault[] {
  return [
    ...replyFaults(sources),
    ...lexiconFaults(sources),
    ...topicFaults(sources),
    ...namedByFaults(knowledge, sources),
  ];
}

/** Every word of a guide's name must mean something, or the guide is never found by it. */
function namedByFaults(knowledge: Knowledge, sources: Sources): Fault[] {
  const known = new Set(Object.keys(knowledge.lexicon.concepts));
  const meant = (word: string) =>
    known.has(word) || toTokens(toPlain(word)).some((token) => !knowledge.lexicon.fillers.includes(token));
  return sources.procedures.flatMap((source) =>
    (source.value?.named_by ?? []).flatMap((group, index) =>
      group
        .filter((word) => !meant(word))
        .map((word) => {
          return {
            file: source.file,
            line: source.lineOf(['named_by', index]),
            what: `"${word}" in named_by means nothing`,
            mend: 'use a concept of lexicon.yaml or a word that people say',
          };
        }),
    ),
  );
}

/** What code fills in; createSay and its callers know these names. */
const FILLINGS = new Set(
  'clinic phone hours after_hours address emergency crisis poison interpreter billing staff_route guides topics name asks says code id section sections sources state title'.split(
    ' ',
  ),
);

function replyFaults(sources: Sources): Fault[] {
  const source = sources.files.replies;
  const value = source.value ?? {};
  const known: ReadonlySet<string> = new Set(REPLY_KEYS);
  const fault = (key: string, what: string, mend: string) => ({
    file: source.file,
    line: source.lineOf([key]),
    what,
    mend,
  });
  return [
    ...REPLY_KEYS.filter((key) => value[key] === undefined).map((key) => ({
      file: source.file,
      line: null,
      what: `the line "${key}" is missing`,
      mend: 'add it; the shipped replies.yaml shows its words',
    })),
    ...Object.keys(value)
      .filter((key) => !known.has(key))
      .map((key) => fault(key, `no code says the line "${key}"`, 'remove it or correct its name')),
    ...Object.entries(value).flatMap(([key, text]) =>
      [...text.matchAll(/\{(\w+)\}/gu)]
        .filter(([, name]) => !FILLINGS.has(name ?? ''))
        .map(([whole]) =>
          fault(key, `"${key}" has ${whole}, which nothing fills in`, 'use a filling that another line uses'),
        ),
    ),
  ];
}

/** A phrase may mean one thing only; else the first of two concepts wins by chance. */
function lexiconFaults(sources: Sources): Fault[] {
  const source = sources.files.lexicon;
  const seen = new Map<string, string>();
  return Object.entries(source.value?.concepts ?? {}).flatMap(([concept, phrases]) =>
    phrases.flatMap((phrase, index) => {
      const key = toTokens(toPlain(phrase)).join(' ');
      const other = seen.get(key);
      seen.set(key, concept);
      if (other === undefined || other === concept) return [];
      return [
        {
          file: source.file,
          line: source.lineOf(['concepts', concept, index]),
          what: `"${phrase}" is under "${other}" and under "${concept}"`,
          mend: 'keep it where it fits better',
        },
      ];
    }),
  );
}

function topicFaults(sources: Sources): Fault[] {
  const seen = new Map<string, string>();
  return sources.questions.flatMap((source) =>
    (source.value?.aliases ?? []).flatMap((alias, index) => {
      const topic = source.value?.topic ?? '';
      const other = seen.get(alias.toLowerCase());
      seen.set(alias.toLowerCase(), topic);
      if (other === undefined || other === topic) return [];
      return [
        {
          file: source.file,
          line: source.lineOf(['aliases', index]),
          what: `"${alias}" also names topic "${other}"`,
          mend: 'keep it where it fits better',
        },
      ];
    }),
  );
}
