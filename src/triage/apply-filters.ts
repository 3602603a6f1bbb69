import type { Hit } from './find-hits.ts';
import type { Place, Places } from './places.ts';
import type { Filter } from './rulebook.ts';

/** What the filters make of one finding: null where none of them has anything to say. */
export type Judgement = { readonly action: 'drop' | 'ask'; readonly filter: string } | null;

/** The filters are asked in order; one that drops the sign beats one that asks. */
export function applyFilters(hit: Hit, filters: readonly Filter[], message: readonly Places[]): Judgement {
  let asks: Judgement = null;
  for (const filter of filters) {
    if (filter.action === 'ask' && asks !== null) continue;
    if (!covers(filter, hit, message)) continue;
    if (filter.action === 'drop') return { action: 'drop', filter: filter.id };
    asks = { action: 'ask', filter: filter.id };
  }
  return asks;
}

function covers(filter: Filter, hit: Hit, message: readonly Places[]): boolean {
  const sentences = sentencesOf(filter, hit, message);
  return sentences.some(([index, places]) => {
    const cues = places.of(filter.cues).filter((cue) => {
      if (index !== hit.sentence) return true;
      // "no feeling" is itself the sign, no negation of one; a wider cue may well stand between the words of the sign.
      if (filter.scope === 'before' && hit.parts.some((part) => overlap(part, cue))) return false;
      return filter.scope === 'before' || filter.scope === 'clause' ? inClause(filter, cue, hit, places) : true;
    });
    if (cues.length === 0) return false;
    const pseudo = filter.not === null ? [] : places.of(filter.not);
    if (cues.every((cue) => pseudo.some((other) => overlap(other, cue)))) return false;
    return filter.unless === null || !sentences.some(([at, other]) => overruled(filter, at, other, hit));
  });
}

function sentencesOf({ scope }: Filter, hit: Hit, message: readonly Places[]): [number, Places][] {
  if (scope === 'message') return message.map((places, index) => [index, places]);
  const last = scope === 'next' ? hit.sentence + 1 : hit.sentence;
  return message.slice(hit.sentence, last + 1).map((places, index) => [hit.sentence + index, places]);
}

function inClause(filter: Filter, cue: Place, hit: Hit, places: Places): boolean {
  const { clauseOf, afterComma } = places.sheet;
  if (clauseOf[cue.start] !== clauseOf[hit.start]) return false;
  if (filter.scope === 'clause') return true;
  if (cue.start >= hit.last) return false;
  const between = Math.max(0, hit.start - cue.end);
  if (between > filter.within) return false;
  if (filter.lists) return true;
  const commas = afterComma.slice(cue.end, hit.start + 1).some(Boolean);
  return !commas || isList(cue, hit, places);
}

/** "no fever, chills or rash": the "or" shows that the cue covers the whole list. */
function isList(cue: Place, hit: Hit, { sheet }: Places): boolean {
  const clause = sheet.clauseOf[cue.start];
  for (let at = cue.end; sheet.clauseOf[at] === clause && at < hit.end + LIST_REACH; at++) {
    const token = sheet.tokens[at];
    if (token === 'or' || token === 'nor' || token === 'ni') return true;
  }
  return false;
}
const LIST_REACH = 10;

function overruled(filter: Filter, at: number, places: Places, hit: Hit): boolean {
  if (filter.unless === null) return false;
  const { clauseOf } = places.sheet;
  return places.of(filter.unless).some((place) => {
    if (at !== hit.sentence || (filter.scope !== 'before' && filter.scope !== 'clause')) return true;
    return clauseOf[place.start] === clauseOf[hit.start];
  });
}

function overlap(a: Place, b: Place): boolean {
  return a.start < b.end && b.start < a.end;
}
