import type { Guide } from '../knowledge/index.ts';
import type { Reader, Reading } from '../text/reader.ts';
import type { Procedure, ProcedureId } from '../types.ts';

/** Reading of a message, the remembered guide and the one given as an option -> which guide is meant. */
export type ProcedureFinder = (
  reading: Reading,
  remembered: ProcedureId | null,
  given: ProcedureId | null,
) => Procedure;

/** A code as billing writes it: five digits, or a letter and four ("G0260"). Prices and years are shorter. */
const CODE = /^(?:\d{5}|[a-z]\d{4})$/u;

const OTHER_GUIDE = '#other-guide';

/**
 * Finds guides by their codes and by their names. A name is a group of lexicon words that must all be there; the finder
 * looks them up by their rarest word, so that its time does not grow with the number of guides.
 * A guide named in the text beats the option, the option beats memory. Digits are never corrected.
 */
export function createProcedureFinder(
  guides: ReadonlyMap<ProcedureId, Guide>,
  concepts: Readonly<Record<string, unknown>>,
  reader: Reader,
): ProcedureFinder {
  const byCode = new Map([...guides.keys()].map((id) => [id.toLowerCase(), id]));
  const names = indexNames(guides, concepts, reader);
  return (reading, remembered, given) => {
    const codes = reading.tokens.filter((token) => byCode.has(token)).map((token) => byCode.get(token) ?? token);
    const strange = reading.tokens.find((token) => CODE.test(token) && !byCode.has(token));
    const found = [...new Set([...codes, ...named(reading, names), ...otherThan(remembered, reading, guides)])];
    const only = found[0];
    if (found.length > 1) return { kind: 'several', ids: found };
    if (only !== undefined) return { kind: 'one', id: only, how: 'named' };
    if (strange !== undefined) return { kind: 'unknown-code', code: strange };
    if (given !== null && guides.has(given)) return { kind: 'one', id: given, how: 'given' };
    if (remembered !== null && guides.has(remembered)) return { kind: 'one', id: remembered, how: 'remembered' };
    return { kind: 'open' };
  };
}

/** "And the other one?" where there are just two. */
function otherThan(
  remembered: ProcedureId | null,
  reading: Reading,
  guides: ReadonlyMap<ProcedureId, Guide>,
): ProcedureId[] {
  if (remembered === null || guides.size !== 2 || !reading.terms.some((term) => term.id === OTHER_GUIDE)) return [];
  return [...guides.keys()].filter((id) => id !== remembered);
}

interface Name {
  readonly guide: ProcedureId;
  readonly terms: readonly string[];
}
type Names = ReadonlyMap<string, readonly Name[]>;

function indexNames(
  guides: ReadonlyMap<ProcedureId, Guide>,
  concepts: Readonly<Record<string, unknown>>,
  reader: Reader,
): Names {
  const toTerms = (word: string) =>
    Object.hasOwn(concepts, word) ? [`#${word}`] : reader.exact(word).terms.map((term) => term.id);
  const all = [...guides.values()].flatMap((guide) =>
    guide.namedBy.map((group): Name => ({ guide: guide.id, terms: group.flatMap(toTerms) })),
  );
  const uses = new Map<string, number>();
  for (const term of all.flatMap((name) => name.terms)) uses.set(term, (uses.get(term) ?? 0) + 1);
  const rarest = (name: Name) => name.terms.toSorted((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0))[0] ?? '';
  return Map.groupBy(all, rarest);
}

/** Of two names that fit, one that contains the other wins: "SI joint with X-ray" over "SI joint". */
function named(reading: Reading, names: Names): ProcedureId[] {
  const present = new Set(reading.terms.map((term) => term.id));
  const fits = [...present]
    .flatMap((term) => names.get(term) ?? [])
    .filter((name) => name.terms.every((term) => present.has(term)));
  const inside = (name: Name) =>
    fits.some(
      (other) => other.terms.length > name.terms.length && name.terms.every((term) => other.terms.includes(term)),
    );
  return fits.filter((name) => !inside(name)).map((name) => name.guide);
}
