/** `npm run knowledge:review -- --by "name" --entry ID...`: writes who reviewed what into the knowledge, and records it. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { dayOf, daysBefore, entriesOf, loadKnowledge, locate, setValue } from '#core';
import {
  createLog,
  loadSettings,
  readDay,
  runMain,
  SettingsError,
  sharedSettings,
  stateSettings,
} from '../adapters/shared/index.ts';
import { openState } from '../adapters/store/index.ts';

interface Options {
  readonly by: string;
  readonly entry: readonly string[];
  readonly on: string;
  readonly next: string;
  readonly knowledge?: string;
}

/** Days until the next review, where none is given. */
const YEAR_DAYS = 365;

runMain('knowledge:review', async () => {
  const today = dayOf(Date.now());
  const options = new Command('knowledge:review')
    .description('Approves entries of the knowledge: writes by, on and next into their review, and records it.')
    .requiredOption('--by <name>', 'who reviewed it: name and role')
    .requiredOption('--entry <ids...>', 'a fact (guide/topic/point), cautions/<name>, or gaps/<name>')
    .option('--on <day>', 'day of the review, YYYY-MM-DD', readDay, today)
    .option('--next <day>', 'day of the next one; default: a year after', readDay)
    .option('--knowledge <dir>', 'knowledge directory (default: KNOWLEDGE_DIR, else "knowledge")')
    .parse()
    .opts<Options>();
  const settings = loadSettings(sharedSettings.extend(stateSettings.shape));
  const directory = options.knowledge ?? settings.KNOWLEDGE_DIR;
  const { by, on, next = daysBefore(options.on, -YEAR_DAYS) } = options;
  if (next <= on) throw new SettingsError([`--next: ${next} is not after ${on}, the day of the review`]);

  const known = new Map(entriesOf(await loadKnowledge(directory)).map((entry) => [entry.id, entry]));
  const strange = options.entry.filter((id) => !known.has(id));
  if (strange.length > 0)
    throw new SettingsError(
      strange.map((id) => `no entry "${id}" to review; npm run ask -- --audience staff "..." shows the ids of facts`),
    );
  for (const id of options.entry) {
    const { note } = known.get(id)?.review ?? {};
    await write(directory, id, { state: 'approved', by, on, next, ...(note === undefined ? {} : { note }) });
  }
  const { version } = await loadKnowledge(directory);
  const state = await openState(settings, createLog({ level: settings.LOG_LEVEL }));
  try {
    for (const entry of options.entry) await state.ledger.record({ entry, by, on, version });
  } catch {
    throw new SettingsError([
      'written into the knowledge, but not recorded: the database cannot be reached; run it again',
    ]);
  } finally {
    await state.close();
  }
  console.log(`${options.entry.join(', ')}: approved by ${by} on ${on}, next review ${next}; knowledge ${version}`);
  return 0;
});

async function write(directory: string, id: string, review: object): Promise<void> {
  const place = await locate(directory, id);
  if (place === null) throw new SettingsError([`${id}: is in no file of ${directory}`]);
  const file = join(directory, place.file);
  const inAnswer = place.file === 'gaps.yaml' ? ['answer'] : [];
  const edited = setValue(await readFile(file, 'utf8'), [...place.path, ...inAnswer, 'review'], review);
  if (edited === null) throw new SettingsError([`${file}: the review of ${id} cannot be edited; edit it by hand`]);
  await writeFile(file, edited);
}
