import type { RedFlagFilter, RedFlags } from '../knowledge/red-flags-schema.ts';
import type { Level } from '../types.ts';
import { type Book, type CompiledTogether, createCompiler } from './compile.ts';

/** A rule or sign, ready to be looked for. */
export interface Finder {
  readonly id: string;
  /** Null for a sign, which raises no alarm alone. */
  readonly alarm: { readonly category: string; readonly level: Level } | null;
  readonly patterns: readonly (readonly CompiledTogether[])[];
  readonly filters: readonly Filter[];
}

export interface Filter {
  readonly id: string;
  readonly scope: RedFlagFilter['scope'];
  readonly action: RedFlagFilter['action'];
  readonly within: number;
  readonly lists: boolean;
  readonly cues: number;
  readonly not: number | null;
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
  readonly finders: readonly Finder[];
  readonly filters: readonly Filter[];
  readonly combinations: readonly Combination[];
  /** One atom: every phrase whose words raise no alarm. */
  readonly masks: number;
}

/** Compiles the rules. Throws with what is wrong where a pattern or a name is. */
export function createRulebook(rules: RedFlags): Rulebook {
  const compiler = createCompiler(rules.words);
  const optional = (patterns: readonly string[]) => (patterns.length === 0 ? null : compiler.any(patterns, true));
  const filters = new Map(
    Object.entries(rules.filters).map(([id, filter]): [string, Filter] => [
      id,
      {
        id,
        scope: filter.scope,
        action: filter.action,
        within: filter.within ?? Number.POSITIVE_INFINITY,
        lists: filter.lists,
        cues: compiler.any(filter.cues, true),
        not: optional(filter.not),
        unless: optional(filter.unless),
        unlessIn: filter.unless_in,
      },
    ]),
  );
  const filtersOf = (names: readonly string[], ignores: readonly string[]): Filter[] =>
    Object.entries(rules.filters)
      .filter(([id, { spares, only }]) => {
        if (ignores.includes(id) || names.some((name) => spares.includes(name))) return false;
        return only.length === 0 || names.some((name) => only.includes(name));
      })
      .flatMap(([id]) => filters.get(id) ?? []);
  const signs = Object.entries(rules.signs).map(
    ([id, patterns]): Finder => ({
      id,
      alarm: null,
      patterns: patterns.map(compiler.pattern),
      filters: filtersOf([id], []),
    }),
  );
  const finders = Object.entries(rules.rules).map(
    ([id, { category, level, patterns, ignores }]): Finder => ({
      id,
      alarm: { category, level },
      patterns: patterns.map(compiler.pattern),
      filters: filtersOf([id, category], ignores),
    }),
  );
  const combinations = Object.entries(rules.combinations).map(([id, { category, level, of }]) => ({
    id,
    category,
    level,
    of,
  }));
  const masks = compiler.any(Object.values(rules.masks).flat(), true);
  return {
    book: compiler.book(),
    finders: [...finders, ...signs],
    filters: [...filters.values()],
    combinations,
    masks,
  };
}
