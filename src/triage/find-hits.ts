import type { CompiledTogether } from './compile.ts';
import type { Place, Places } from './places.ts';

/** One finding of parts that belong together, in one sentence. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  /** Where the last of the parts begins: a "no" before it covers the whole. */
  readonly last: number;
  readonly parts: readonly Place[];
}

/** Words between the first and the last part, at most. */
const REACH = 16;
/** Findings of one pattern in one sentence that are looked at; a sentence that repeats itself has no more to say. */
const MOST = 40;

/** All findings of `a + b` in a sentence. Time is linear: each place of the rarest part looks at its neighbourhood only. */
export function findTogether(together: CompiledTogether, places: Places): Hit[] {
  const all: (readonly Place[])[] = [];
  for (const atom of together) {
    const found = places.of(atom);
    if (found.length === 0) return [];
    all.push(found);
  }
  const rarest = all.reduce((best, part) => (part.length < best.length ? part : best));
  const rest = all.filter((part) => part !== rarest);
  const hits: Hit[] = [];
  for (const anchor of rarest) {
    const parts = [anchor];
    for (const part of rest) {
      const near = nearest(part, anchor, parts, places.sheet.clauseOf);
      if (near === null) break;
      parts.push(near);
    }
    if (parts.length === all.length) hits.push(toHit(parts));
    if (hits.length >= MOST) break;
  }
  return hits;
}

/** The nearest place within reach, in the anchor's clause, that shares no word with a part found before. */
function nearest(candidates: readonly Place[], anchor: Place, taken: readonly Place[], clauseOf: readonly number[]) {
  let best: Place | null = null;
  let bestDistance = REACH + 1;
  for (const place of window(candidates, anchor.start - REACH, anchor.start + REACH)) {
    if (clauseOf[place.start] !== clauseOf[anchor.start]) continue;
    if (taken.some((other) => place.start < other.end && other.start < place.end)) continue;
    const distance = Math.abs(place.start - anchor.start);
    if (distance < bestDistance) [best, bestDistance] = [place, distance];
  }
  return best;
}

/** Places that begin between two tokens; the list is nearly sorted by start, so a few steps back are enough. */
function* window(places: readonly Place[], from: number, to: number): Generator<Place> {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < places.length; at++) {
    const place = places[at];
    if (place === undefined || place.start > to) return;
    yield place;
  }
}

function toHit(parts: readonly Place[]): Hit {
  return {
    start: Math.min(...parts.map((part) => part.start)),
    end: Math.max(...parts.map((part) => part.end)),
    last: Math.max(...parts.map((part) => part.start)),
    parts,
  };
}
