import type { Level } from '../types.ts';
import { applyFilters } from './apply-filters.ts';
import { findTogether } from './find-hits.ts';
import type { Places } from './places.ts';
import type { Combination, Finder, Rulebook, Side } from './rulebook.ts';

/** What was found in a message, before it becomes an Alarm or Screened. */
export interface Verdict {
  readonly alarm: Candidate | null;
  /** True where a filter dropped a sign: the person speaks about signs, so the answer adds the safety net. */
  readonly dropped: boolean;
  /** True where a filter dropped as much as a part of a sign. */
  readonly touched: boolean;
}
export interface Candidate {
  readonly ruleId: string;
  readonly category: string;
  readonly level: Level;
  readonly unsure: boolean;
}

/** Comes before every other alarm, and is never doubted. */
export const SELF_HARM = 'suicide-self-harm';

/** Something found -> true while it is unclear whether it is happening. */
type Standing = Map<string, boolean>;

/** Order of decision: self-harm, other emergencies, urgent; rules in the order of the file. */
export function judge(message: readonly Places[], rulebook: Rulebook): Verdict {
  const { sides, passed } = findSides(message, rulebook);
  const dropped = rulebook.finders.some((finder) => finder.alarm !== null && isPassedOver(finder, sides, passed));
  const standing: Standing = new Map();
  const candidates: Candidate[] = [];
  for (const finder of sides.size === 0 ? [] : rulebook.finders) {
    const unsure = stands(finder, sides);
    if (unsure === null) continue;
    note(standing, finder.id, unsure);
    if (finder.alarm === null) continue;
    note(standing, finder.alarm.category, unsure);
    candidates.push({ ruleId: finder.id, ...finder.alarm, unsure });
  }
  for (const combination of rulebook.combinations) {
    const unsure = complete(combination, standing);
    if (unsure === null) continue;
    const { id, category, level } = combination;
    candidates.push({ ruleId: id, category, level, unsure });
  }
  return { alarm: highest(candidates), dropped, touched: passed.size > 0 };
}

/** Sides of patterns that stand after the filters, and those that a filter passed over; one that stands for sure is not looked for again. */
function findSides(message: readonly Places[], rulebook: Rulebook) {
  const sides = new Map<Side, boolean>();
  const passed = new Set<Side>();
  for (const [at, places] of message.entries()) {
    for (const atom of places.atoms()) {
      for (const side of rulebook.sidesOf.get(atom) ?? []) {
        if (sides.get(side) === false) continue;
        for (const hit of findTogether(side.parts, places)) {
          const judgement = applyFilters(hit, side.finder.filters, message, at);
          if (judgement?.action === 'drop') passed.add(side);
          else sides.set(side, judgement !== null);
          if (judgement === null) break;
        }
      }
    }
  }
  return { sides, passed };
}

/** A pattern that is complete but for the filters. */
function isPassedOver(finder: Finder, sides: ReadonlyMap<Side, boolean>, passed: ReadonlySet<Side>): boolean {
  return (
    passed.size > 0 &&
    finder.patterns.some(
      (pattern) =>
        pattern.every((side) => sides.has(side) || passed.has(side)) && pattern.some((side) => passed.has(side)),
    )
  );
}

/** Null where no pattern is complete; a rule is sure as soon as one of its patterns is. */
function stands(finder: Finder, sides: ReadonlyMap<Side, boolean>): boolean | null {
  let best: boolean | null = null;
  for (const pattern of finder.patterns) {
    if (!pattern.every((side) => sides.has(side))) continue;
    if (!pattern.some((side) => sides.get(side))) return false;
    best = true;
  }
  return best;
}

function note(standing: Standing, name: string, unsure: boolean): void {
  standing.set(name, (standing.get(name) ?? true) && unsure);
}

/** Null where something is missing; otherwise whether it is unsure. */
function complete(combination: Combination, standing: Standing): boolean | null {
  let unsure = false;
  for (const names of combination.of) {
    const found = names.flatMap((name) => standing.get(name) ?? []);
    if (found.length === 0) return null;
    unsure ||= found.every(Boolean);
  }
  return unsure;
}

function highest(candidates: readonly Candidate[]): Candidate | null {
  const rank = ({ category, level, unsure }: Candidate) =>
    (category === SELF_HARM ? 0 : level === 'emergency' ? 2 : 4) + (unsure ? 1 : 0);
  return candidates.reduce<Candidate | null>(
    (best, one) => (best === null || rank(one) < rank(best) ? one : best),
    null,
  );
}
