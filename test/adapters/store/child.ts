/** A program that tests run and kill: writes records, or claims deliveries, and says each one that was acknowledged. */
import { setTimeout } from 'node:timers/promises';
import { loadSettings, silentLog, stateSettings } from '../../../adapters/shared/index.ts';
import { openState } from '../../../adapters/store/index.ts';

const [, , task, name] = process.argv;
const state = await openState(loadSettings(stateSettings), silentLog);
const say = (text: string) => process.stdout.write(`${text}\n`);

if (task === 'claim') {
  for (let delivery = 0; delivery < 100; delivery += 1) {
    if (await state.store.claim(`delivery ${delivery}`, 60_000)) say(String(delivery));
    await setTimeout(1);
  }
  await state.close();
} else {
  for (let entry = 0; ; entry += 1) {
    await state.ledger.record({ entry: `${name}/${entry}`, by: 'A nurse', on: '2026-01-15', version: 'abc' });
    say(`${name}/${entry}`);
  }
}
