import type { Hit } from './find-hits.ts';
import type { Place, Places } from './places.ts';
import type { Filter } from './rulebook.ts';

/** What the filters make of one finding: null where none of them has anything to say. */
export type Judgement = { readonly action: 'drop' | 'ask'; readonly filter: string } | null;

/** Sentences before the one of the sign in which a story may have begun. */
const STORY = 3;

/**
 * The filters are asked in order; one that drops the sign beats one that asks. `message` has the places of all its
 * sentences, `at` the number of the one in which the sign was found.
 */
export function applyFilters(hit: Hit, filters: readonly Filter[], message: readonly Places[], at: number): Judgement {
  let asks: Judgement = null;
  for (const filter of filters) {
    if (filter.action === 'ask' && asks !== null) continue;
    if (!(filter.scope === 'story' ? isTold(filter, message, at) : covers(filter, hit, message[at]))) continue;
    if (filter.action === 'drop') return { action: 'drop', filter: filter.id };
    asks = { action: 'ask', filter: filter.id };
  }
  return asks;
}

function covers(filter: Filter, hit: Hit, places: Places | undefined): boolean {
  if (places === undefined) return false;
  const cues = cuesOf(filter, places).filter((cue) => reaches(filter, cue, hit, places));
  if (cues.length === 0 || !needed(filter, places)) return false;
  return filter.unless === null || !places.of(filter.unless).some((place) => overrules(filter, place, hit, places));
}

/** A story began with the cue, here or a few sentences ago, and no sentence since has come back to the present. */
function isTold(filter: Filter, message: readonly Places[], at: number): boolean {
  const here = message[at];
  if (here === undefined || !needed(filter, here)) return false;
  for (let back = at; back >= Math.max(0, at - STORY); back--) {
    const places = message[back];
    if (places === undefined || (filter.unless !== null && places.of(filter.unless).length > 0)) return false;
    if (cuesOf(filter, places).length > 0) return true;
  }
  return false;
}

/** Cues that are not part of what only looks like one. */
function cuesOf(filter: Filter, places: Places): readonly Place[] {
  const cues = places.of(filter.cues);
  if (filter.not === null || cues.length === 0) return cues;
  const pseudo = places.of(filter.not);
  return cues.filter((cue) => !pseudo.some((other) => overlap(other, cue)));
}

function needed(filter: Filter, places: Places): boolean {
  return filter.needs === null || places.of(filter.needs).length > 0;
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
