import type { Level } from '../types.ts';
import { applyFilters } from './apply-filters.ts';
import { findTogether } from './find-hits.ts';
import type { Places } from './places.ts';
import type { Combination, Finder, Rulebook } from './rulebook.ts';

/** What was found in a message, before it becomes an Alarm or Screened. */
export interface Verdict {
  readonly alarm: Candidate | null;
  /** True where a filter dropped a sign: the person speaks about signs, so the answer adds the safety net. */
  readonly dropped: boolean;
}
export interface Candidate {
  readonly ruleId: string;
  readonly category: string;
  readonly level: Level;
  readonly unsure: boolean;
}
/** A rule or sign that stands after the filters, or null where it was not found or dropped. */
type Standing = { readonly unsure: boolean } | null;

const FIRST = 'suicide-self-harm';

/** Order of decision: self-harm, other emergencies, urgent; rules in the order of the file. */
export function judge(message: readonly Places[], rulebook: Rulebook): Verdict {
  let dropped = false;
  const standing = new Map<string, boolean>();
  const candidates: Candidate[] = [];
  for (const finder of rulebook.finders) {
    const found = stands(finder, message, () => {
      dropped = true;
    });
    if (found === null) continue;
    note(standing, finder.id, found.unsure);
    if (finder.alarm === null) continue;
    note(standing, finder.alarm.category, found.unsure);
    candidates.push({ ruleId: finder.id, ...finder.alarm, unsure: found.unsure });
  }
  for (const combination of rulebook.combinations) {
    const unsure = complete(combination, standing);
    if (unsure === null) continue;
    const { id, category, level } = combination;
    candidates.push({ ruleId: id, category, level, unsure });
  }
  return { alarm: highest(candidates), dropped };
}

/** A rule is sure as soon as one of its findings is. */
function stands(finder: Finder, message: readonly Places[], drop: () => void): Standing {
  let best: Standing = null;
  for (const pattern of finder.patterns) {
    let unsure = false;
    const complete = pattern.every((together) => {
      const side = bestHit(finder, together, message, drop);
      unsure ||= side?.unsure ?? false;
      return side !== null;
    });
    if (complete && !unsure) return { unsure };
    if (complete) best = { unsure };
  }
  return best;
}

function bestHit(finder: Finder, together: readonly number[], message: readonly Places[], drop: () => void): Standing {
  let best: Standing = null;
  for (const [index, places] of message.entries()) {
    for (const hit of findTogether(together, places, index)) {
      const action = applyFilters(hit, finder.filters, places)?.action ?? null;
      if (action === null) return { unsure: false };
      if (action === 'ask') best = { unsure: true };
      else if (finder.alarm !== null) drop();
    }
  }
  return best;
}

function note(standing: Map<string, boolean>, name: string, unsure: boolean): void {
  standing.set(name, (standing.get(name) ?? true) && unsure);
}

/** Null where something is missing; otherwise whether it is unsure. */
function complete(combination: Combination, standing: ReadonlyMap<string, boolean>): boolean | null {
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
    (category === FIRST ? 0 : level === 'emergency' ? 2 : 4) + (unsure ? 1 : 0);
  return candidates.reduce<Candidate | null>(
    (best, one) => (best === null || rank(one) < rank(best) ? one : best),
    null,
  );
}
