import type { Knowledge } from '#core';
import { aboutOf, type Watcher } from './channel.ts';
import type { Answered } from './converse.ts';
import type { Desk } from './desk.ts';
import { type Count, dayOf, type Ledger, mergeCounts } from './ledger.ts';
import type { Log } from './log.ts';

/** How often counts are written, in milliseconds: one transaction then, whatever the load. */
const WRITE_MS = 1_000;
/** Most counters that wait for a ledger that cannot be written. */
const MOST_WAITING = 10_000;

/** Counts turns and thumbs in the ledger, in the background. */
export interface Recorder extends Required<Watcher> {
  /** False where the last counts could not be written; they wait for the next try. */
  works(): boolean;
  /** Writes what waits. */
  close(): Promise<void>;
}

export interface RecorderOptions {
  readonly ledger: Pick<Ledger, 'count'>;
  readonly desk: Pick<Desk, 'current'>;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Default: 1 s. */
  readonly everyMs?: number;
}

export function createRecorder({ ledger, desk, log, now, everyMs = WRITE_MS }: RecorderOptions): Recorder {
  let waiting: Count[] = [];
  let works = true;
  const add = (count: Omit<Count, 'day' | 'times'>) => void waiting.push({ ...count, day: dayOf(now()), times: 1 });

  const write = async () => {
    if (waiting.length === 0) return;
    const counts = mergeCounts(waiting);
    waiting = [];
    try {
      await ledger.count(counts);
      works = true;
    } catch (error) {
      if (works) log.error('counts-not-written', error);
      works = false;
      waiting = mergeCounts([...counts, ...waiting]).slice(0, MOST_WAITING);
    }
  };
  let writing: Promise<void> = Promise.resolve();
  const writeNext = () => {
    writing = writing.then(write);
    return writing;
  };
  const timer = setInterval(writeNext, everyMs).unref();

  return {
    onTurn: (channel, answered) => {
      for (const count of countsOf(answered)) add({ channel, ...count });
    },
    onFeedback: (channel, { helpful, kind, about }) => {
      const known = about !== null && isKnown(about, desk.current().knowledge);
      const what = helpful ? 'up' : 'down';
      add({ channel, what, kind, level: null, category: null, about: known ? about : null });
    },
    works: () => works,
    close: async () => {
      clearInterval(timer);
      await writeNext();
    },
  };
}

/** A pressed choice that leads elsewhere than where the conversation was has chosen an offer; "mine is ..." has not. */
function countsOf({ turn, input, before }: Answered) {
  const { reply } = turn;
  const about = aboutOf(turn);
  const category = reply.kind === 'escalate' ? reply.category : null;
  const count = { what: 'reply' as const, kind: reply.kind, level: reply.level, category, about };
  const chosen = 'choice' in input && about !== null && before !== null && about !== before.asked[0];
  return chosen ? [count, { ...count, what: 'chosen' as const }] : [count];
}

/** Anybody may send a thumb about anything; only ids that the knowledge holds are counted. */
function isKnown(about: string, { questions, gaps, topics }: Knowledge): boolean {
  return questions.has(about) || gaps.has(about) || topics.has(about);
}
