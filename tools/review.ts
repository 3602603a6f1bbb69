/** `npm run review -- export|purge`: what was counted and kept, as JSON lines, and how it is deleted. */
import { once } from 'node:events';
import { Command } from 'commander';
import { type Day, dayOf, daysBefore } from '#core';
import {
  createLog,
  type Ledger,
  loadSettings,
  readDay,
  reviewSettings,
  runMain,
  SettingsError,
  sharedSettings,
  stateSettings,
} from '../adapters/shared/index.ts';
import { openState } from '../adapters/store/index.ts';

/** Before everything that was ever counted. */
const FIRST_DAY = '2000-01-01';

const settings = () => loadSettings(sharedSettings.extend(stateSettings.shape).extend(reviewSettings.shape));
const program = new Command('review').description(
  'What patients asked: counts, and redacted words where they are kept.',
);
program
  .command('export')
  .description('writes counters, kept words and reviews as JSON lines')
  .option('--from <day>', 'first day, YYYY-MM-DD', readDay, FIRST_DAY)
  .option('--to <day>', 'last day; default: today', readDay)
  .action(({ from, to = dayOf(Date.now()) }: { from: Day; to?: Day }) =>
    withLedger((ledger) => write(ledger, from, to)),
  );
program
  .command('purge')
  .description("deletes kept words; with --all the counters too. Reviews stay, since they are the clinic's own record")
  .option('--before <day>', 'words of the days before this one; default: those older than REVIEW_DAYS', readDay)
  .option('--all', 'all words and all counters')
  .action(({ before, all }: { before?: Day; all?: true }) => withLedger((ledger) => purge(ledger, before, all)));

runMain('review', async () => {
  await program.parseAsync();
  return undefined;
});

async function write(ledger: Ledger, from: Day, to: Day): Promise<void> {
  const isWithin = ({ day }: { day: Day }) => day >= from && day <= to;
  const lines = [
    ...(await ledger.counts(from, to)).map((count) => ({ record: 'count', ...count })),
    ...(await ledger.kept()).filter(isWithin).map((words) => ({ record: 'words', ...words })),
    ...(await ledger.reviews()).filter(({ on }) => on >= from && on <= to).map((one) => ({ record: 'review', ...one })),
  ];
  process.stdout.on('error', () => process.exit(0)); // the reader has seen enough
  for (const line of lines) if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain');
}

async function purge(ledger: Ledger, before: Day | undefined, all: true | undefined): Promise<void> {
  if (all && before !== undefined) throw new SettingsError(['purge: give --before or --all, not both']);
  if (all) {
    await ledger.purgeAll();
    console.log('all words and counters are deleted');
    return;
  }
  const first = before ?? daysBefore(dayOf(Date.now()), settings().REVIEW_DAYS - 1);
  console.log(`${await ledger.purge(first)} kept words from before ${first} are deleted`);
}

async function withLedger(work: (ledger: Ledger) => Promise<void>): Promise<void> {
  const given = settings();
  const state = await openState(given, createLog({ level: given.LOG_LEVEL }));
  try {
    await work(state.ledger);
  } finally {
    await state.close();
  }
}
