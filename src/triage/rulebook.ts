import type { RedFlagFilter, RedFlags } from '../knowledge/red-flags-schema.ts';
import type { Level } from '../types.ts';
import { type Book, type CompiledTogether, createCompiler } from './compile.ts';

/** A rule or sign, ready to be looked for. */
export interface Finder {
  readonly id: string;
  /** Null for a sign, which raises no alarm alone. */
  readonly alarm: { readonly category: string; readonly level: Level } | null;
  /** One pattern is enough; all its sides are needed. */
  readonly patterns: readonly (readonly Side[])[];
  readonly filters: readonly Filter[];
}

/** What stands on one side of "&": parts that belong together in one clause. */
export interface Side {
  readonly finder: Finder;
  readonly parts: CompiledTogether;
}

export interface Filter {
  readonly id: string;
  readonly scope: RedFlagFilter['scope'];
  readonly action: RedFlagFilter['action'];
  readonly within: number;
  readonly lists: boolean;
  readonly ends: ReadonlySet<string>;
  readonly cues: number;
  readonly not: number | null;
  readonly needs: number | null;
  readonly unless: number | null;
  readonly unlessIn: RedFlagFilter['unless_in'];
}

export interface Combination {
  readonly id: string;
  readonly category: string;
  readonly level: Level;
  /** Names of rules, signs and categories; one of each entry is needed. */
  readonly of: readonly (readonly string[])[];
}

export interface Rulebook {
  readonly book: Book;
  /** Rules in the order of the file, then signs. */
  readonly finders: readonly Finder[];
  /** Atom -> sides that cannot be found without it. */
  readonly sidesOf: ReadonlyMap<number, readonly Side[]>;
  readonly combinations: readonly Combination[];
  /** One atom: every phrase whose words raise no alarm. */
  readonly masks: number;
}

/** Compiles the rules. Throws with what is wrong where a pattern or a name is. */
export function createRulebook(rules: RedFlags): Rulebook {
  const compiler = createCompiler(rules.words);
  const filters = Object.entries(rules.filters).map(([id, filter]) => ({ filter, made: toFilter(id, filter) }));
  const sidesOf = new Map<number, Side[]>();

  function toFilter(id: string, filter: RedFlagFilter): Filter {
    const { scope, action, within, lists, ends, cues, not, needs, unless, unless_in: unlessIn } = filter;
    const some = (patterns: readonly string[]) => (patterns.length === 0 ? null : compiler.any(patterns, true));
    const reach = within ?? Number.POSITIVE_INFINITY;
    const found = { cues: compiler.any(cues, true), not: some(not), needs: some(needs), unless: some(unless) };
    return { id, scope, action, within: reach, lists, ends: new Set(ends), ...found, unlessIn };
  }
  /** Filters that touch a rule or sign of one of these names. */
  function filtersOf(names: readonly string[], ignores: readonly string[]): Filter[] {
    return filters
      .filter(({ filter: { spares, only }, made }) => {
        if (ignores.includes(made.id) || names.some((name) => spares.includes(name))) return false;
        return only.length === 0 || names.some((name) => only.includes(name));
      })
      .map(({ made }) => made);
  }
  function toFinder(id: string, alarm: Finder['alarm'], patterns: readonly string[], found: readonly Filter[]): Finder {
    const sides: Side[][] = [];
    const finder: Finder = { id, alarm, patterns: sides, filters: found };
    for (const pattern of patterns) {
      const made = compiler.pattern(pattern).map((parts): Side => ({ finder, parts }));
      for (const side of made) sidesOf.set(keyOf(side), [...(sidesOf.get(keyOf(side)) ?? []), side]);
      sides.push(made);
    }
    return finder;
  }

  const found = Object.entries(rules.rules).map(([id, { category, level, patterns, ignores }]) =>
    toFinder(id, { category, level }, patterns, filtersOf([id, category], ignores)),
  );
  const signs = Object.entries(rules.signs).map(([id, patterns]) => toFinder(id, null, patterns, filtersOf([id], [])));
  const combinations = Object.entries(rules.combinations).map(
    ([id, { category, level, of }]): Combination => ({ id, category, level, of }),
  );
  const masks = compiler.any(Object.values(rules.masks).flat(), true);
  return { book: compiler.book(), finders: [...found, ...signs], sidesOf, combinations, masks };
}

/** Any one part would do. */
function keyOf({ parts }: Side): number {
  return parts[0] ?? -1;
}
