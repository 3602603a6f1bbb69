import { alarmFaults } from './alarm-check.ts';
import { entryFaults } from './entry-check.ts';
import type { Fault } from './faults.ts';
import { guideFaults } from './guide-check.ts';
import { replyFaults } from './reply-check.ts';
import type { Sources } from './sources.ts';
import { wordFaults } from './word-check.ts';

/** Faults between files, any of which stops the start. A check whose files are faulty themselves waits until they are mended. */
export function crossCheck(sources: Sources): Fault[] {
  return [guideFaults, entryFaults, wordFaults, replyFaults, alarmFaults].flatMap((check) => check(sources));
}
