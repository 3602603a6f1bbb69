export { type Change, changesBetween, describeView, type View } from './blast.ts';
export { type Count, type Day, dayOf, daysBefore } from './count.ts';
export { type DigestOptions, digestOf } from './digest.ts';
export { type Entry, entriesOf, type Standing, standingOf } from './due.ts';
export { toPatch } from './patch.ts';
export { createRedact, type Redact } from './redact.ts';
export { type DayRates, percentOf, type Summary, summarise, type Tally, titleOf } from './summary.ts';
export { type Outcome, type Unanswered, unansweredIn } from './unanswered.ts';
