import type { Knowledge } from '../knowledge/index.ts';
import type { Day } from './count.ts';
import { entriesOf, standingOf } from './due.ts';
import { percentOf, type Summary, type Tally, titleOf } from './summary.ts';

/** Lines of each list; a digest is read on a phone. */
const MOST = 5;

export interface DigestOptions {
  readonly from: Day;
  readonly to: Day;
  /** Kept words that nobody has looked at; null where none are kept. */
  readonly newWords: number | null;
}

/** What happened in a week, and what is due, as plain text: counts and the knowledge's own words only. */
export function digestOf(summary: Summary, knowledge: Knowledge, { from, to, newWords }: DigestOptions): string {
  const { replies, kinds, asked, gaps, chosen, thumbs, alarms } = summary;
  const list = (title: string, rows: readonly Tally[]) =>
    rows.length === 0
      ? []
      : ['', title, ...rows.slice(0, MOST).map(({ id, times }) => `- ${titleOf(id, knowledge)}: ${times}`)];
  const standings = Map.groupBy(entriesOf(knowledge), ({ review }) => standingOf(review, to));
  const due = (['overdue', 'disputed', 'waiting'] as const).map((key) => `${standings.get(key)?.length ?? 0} ${key}`);
  const rates = [
    `${percentOf(kinds.answer, replies)} answered`,
    `${percentOf(kinds.abstain, replies)} not answered`,
    `${percentOf(kinds.clarify, replies)} asked back`,
  ].join(', ');
  return [
    `Questions about the injections, ${from} to ${to}`,
    replies === 0 ? 'Nobody asked anything.' : `${replies} replies: ${rates}; ${kinds.escalate} alarms.`,
    ...list('Asked most:', asked),
    ...list('Asked in vain, since no guide says it:', gaps),
    ...list('Offers that people chose (a wording is missing):', chosen),
    ...list('Thumbs down:', thumbs),
    ...list('Alarms:', alarms),
    '',
    `Reviews: ${due.join(', ')}.`,
    ...(newWords === null ? [] : [`Words of unanswered questions to look at: ${newWords}.`]),
    `Knowledge version ${knowledge.version}.`,
  ].join('\n');
}
