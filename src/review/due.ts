import type { Knowledge, ReviewState } from '../knowledge/index.ts';
import type { Day } from './count.ts';

/** An entry that carries a review: a fact, a caution (`cautions/<name>`), or the answer of a gap (`gaps/<name>`). */
export interface Entry {
  readonly id: string;
  /** The words that are reviewed. */
  readonly text: string;
  readonly review: ReviewState;
}

/** Every entry that somebody has to sign. */
export function entriesOf({ facts, cautions, gaps }: Knowledge): Entry[] {
  return [
    ...[...facts.values()].map(({ id, text, review }) => ({ id, text, review })),
    ...[...cautions].map(([name, { text, review }]) => ({ id: `cautions/${name}`, text, review })),
    ...[...gaps].flatMap(([name, { answer }]) =>
      answer === undefined ? [] : [{ id: `gaps/${name}`, text: answer.text, review: answer.review }],
    ),
  ];
}

export type Standing = 'overdue' | 'disputed' | 'waiting' | 'approved';

/** Where a review stands on a day. What is overdue has to be looked at first, whatever else it is. */
export function standingOf({ state, next }: ReviewState, today: Day): Standing {
  if (next !== undefined && next < today) return 'overdue';
  if (state === 'disputed') return 'disputed';
  return state === 'approved' ? 'approved' : 'waiting';
}
