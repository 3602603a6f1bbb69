import type { Knowledge } from '../knowledge/index.ts';
import type { Reply } from '../types.ts';
import { type Count, type Day, daysBefore } from './count.ts';

/** Something that was counted, and how often. */
export interface Tally {
  /** Id of a question, topic, gap or alarm. */
  readonly id: string;
  readonly times: number;
}

/** Replies of one day, by kind. */
export interface DayRates {
  readonly day: Day;
  readonly replies: number;
  readonly kinds: Readonly<Record<Reply['kind'], number>>;
}

/** What staff see of the counters of some days; each list has the most frequent first. */
export interface Summary {
  readonly replies: number;
  readonly kinds: DayRates['kinds'];
  /** Questions that were answered. */
  readonly asked: readonly Tally[];
  /** Gaps without an answer that were met. */
  readonly gaps: readonly Tally[];
  /** Offers that people chose: they asked in words that were not understood. */
  readonly chosen: readonly Tally[];
  readonly thumbs: readonly (Tally & { readonly up: number })[];
  /** Category and level, as in "infection, urgent". */
  readonly alarms: readonly Tally[];
  /** Every day of the span, also those on which nobody asked. */
  readonly days: readonly DayRates[];
}

const NONE: DayRates['kinds'] = { answer: 0, clarify: 0, escalate: 0, abstain: 0, help: 0 };

/** Counters of the days from `from` to `to`, both included -> what staff see. */
export function summarise(counts: readonly Count[], knowledge: Knowledge, from: Day, to: Day): Summary {
  const replies = counts.filter(({ what }) => what === 'reply');
  const isOpen = (id: string) => knowledge.gaps.get(id)?.answer === undefined && knowledge.gaps.has(id);
  const days = daysFrom(from, to).map((day) => ratesOf(day, replies));
  const up = new Map(tally(counts.filter(({ what }) => what === 'up')).map(({ id, times }) => [id, times]));
  return {
    replies: total(replies),
    kinds: kindsOf(replies),
    asked: tally(replies.filter(({ kind }) => kind === 'answer')),
    gaps: tally(replies).filter(({ id }) => isOpen(id)),
    chosen: tally(counts.filter(({ what }) => what === 'chosen')),
    thumbs: tally(counts.filter(({ what }) => what === 'down')).map((row) => ({ ...row, up: up.get(row.id) ?? 0 })),
    alarms: tally(replies, ({ category, level }) => (category === null ? null : `${category}, ${level}`)),
    days,
  };
}

/** An id in the words of the knowledge; the id itself where it is gone. */
export function titleOf(id: string, { questions, gaps, topics }: Knowledge): string {
  const title = questions.get(id)?.asks ?? gaps.get(id)?.asks ?? topics.get(id)?.title ?? id;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** "43%"; "-" of nothing. */
export function percentOf(part: number, whole: number): string {
  return whole === 0 ? '-' : `${Math.round((100 * part) / whole)}%`;
}

function tally(counts: readonly Count[], idOf: (count: Count) => string | null = ({ about }) => about): Tally[] {
  const sums = new Map<string, number>();
  for (const count of counts) {
    const id = idOf(count);
    if (id !== null) sums.set(id, (sums.get(id) ?? 0) + count.times);
  }
  return [...sums].map(([id, times]) => ({ id, times })).sort((a, b) => b.times - a.times || (a.id < b.id ? -1 : 1));
}

function ratesOf(day: Day, replies: readonly Count[]): DayRates {
  const own = replies.filter((count) => count.day === day);
  return { day, replies: total(own), kinds: kindsOf(own) };
}

function kindsOf(counts: readonly Count[]): DayRates['kinds'] {
  const kinds = { ...NONE };
  for (const { kind, times } of counts) kinds[kind] += times;
  return kinds;
}

function total(counts: readonly Count[]): number {
  return counts.reduce((sum, { times }) => sum + times, 0);
}

function daysFrom(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = to; day >= from; day = daysBefore(day, 1)) days.unshift(day);
  return days;
}
