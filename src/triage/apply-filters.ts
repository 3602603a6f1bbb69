import type { Hit } from './find-hits.ts';
import type { Place, Places } from './places.ts';
import type { Filter } from './rulebook.ts';

/** What the filters make of one finding: null where none of them has anything to say. */
export type Judgement = { readonly action: 'drop' | 'ask'; readonly filter: string } | null;

/** The filters are asked in order; one that drops the sign beats one that asks. */
export function applyFilters(hit: Hit, filters: readonly Filter[], places: Places): Judgement {
  let asks: Judgement = null;
  for (const filter of filters) {
    if (filter.action === 'ask' && asks !== null) continue;
    if (!covers(filter, hit, places)) continue;
    if (filter.action === 'drop') return { action: 'drop', filter: filter.id };
    asks = { action: 'ask', filter: filter.id };
  }
  return asks;
}

function covers(filter: Filter, hit: Hit, places: Places): boolean {
  const cues = places.of(filter.cues).filter((cue) => reaches(filter, cue, hit, places));
  if (cues.length === 0) return false;
  const pseudo = filter.not === null ? [] : places.of(filter.not);
  if (cues.every((cue) => pseudo.some((other) => overlap(other, cue)))) return false;
  return filter.unless === null || !places.of(filter.unless).some((place) => overrules(filter, place, hit, places));
}

function reaches(filter: Filter, cue: Place, hit: Hit, places: Places): boolean {
  if (filter.scope === 'sentence') return true;
  if (!inClause(cue, hit, places) || isEnded(filter, cue, hit, places)) return false;
  // A comma ends what a cue before it says: "back pain for years, chest is killing me".
  const covered = filter.lists || !hasComma(cue, hit, places) || isList(cue, hit, places);
  if (filter.scope === 'clause') return covered;
  // "no feeling" is itself the sign, no negation of one.
  if (cue.start >= hit.last || hit.parts.some((part) => overlap(part, cue))) return false;
  return covered && hit.start - cue.end <= filter.within;
}

function overrules(filter: Filter, place: Place, hit: Hit, places: Places): boolean {
  return filter.unlessIn === 'sentence' || inClause(place, hit, places);
}

function inClause(place: Place, hit: Hit, { sheet: { clauseOf } }: Places): boolean {
  return clauseOf[place.start] === clauseOf[hit.start];
}

function isEnded(filter: Filter, cue: Place, hit: Hit, { sheet }: Places): boolean {
  return filter.ends.size > 0 && sheet.tokens.slice(cue.end, hit.start + 1).some((token) => filter.ends.has(token));
}

/** Between a cue and a sign that follows it. */
function hasComma(cue: Place, hit: Hit, { sheet }: Places): boolean {
  return sheet.afterComma.slice(cue.end, hit.start + 1).some(Boolean);
}

/** "no fever, chills or rash": the "or" shows that the cue covers the whole list. */
function isList(cue: Place, hit: Hit, { sheet }: Places): boolean {
  for (let at = cue.end; sheet.clauseOf[at] === sheet.clauseOf[cue.start] && at < hit.end + LIST_REACH; at++) {
    if (ALTERNATIVES.has(sheet.tokens[at] ?? '')) return true;
  }
  return false;
}
const LIST_REACH = 10;
const ALTERNATIVES = new Set(['or', 'nor', 'ni']);

function overlap(a: Place, b: Place): boolean {
  return a.start < b.end && b.start < a.end;
}
