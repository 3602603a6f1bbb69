import type { Reading, Term } from '../text/index.ts';

/** Words that lead to what a question is about: "symptoms of ...", "eat before ...", "is ... painful". */
const LEADS: ReadonlySet<string> = new Set([
  ...['of', 'for', 'from', 'with', 'by', 'about', 'against', 'to', 'after', 'before', 'during', 'on'],
  ...[
    'have',
    'has',
    'had',
    'need',
    'needs',
    'get',
    'gets',
    'prevent',
    'diagnose',
    'detect',
    'cause',
    'causes',
    'cover',
  ],
  ...['is', 'are', 'does', 'do', 'can', 'should', 'will'],
]);
const BETWEEN: ReadonlySet<string> = new Set(['a', 'an', 'the', 'my', 'her', 'his', 'any', 'some']);

/** The last content word that such a word leads to. */
export function objectOf({ terms, tokens }: Reading): Term | undefined {
  return terms.findLast(({ id, at }) => {
    let before = at - 1;
    while (BETWEEN.has(tokens[before] ?? '')) before--;
    return !id.startsWith('.') && LEADS.has(tokens[before] ?? '');
  });
}
