/** `npm run chat`: the terminal chat. */
import { createInterface } from 'node:readline';
import { KnowledgeError } from '#core';
import {
  createMemoryStore,
  loadEnvFile,
  openDesk,
  readSettings,
  SettingsError,
  sharedSettings,
} from '../shared/index.ts';
import { chat } from './chat.ts';

async function main(): Promise<void> {
  loadEnvFile();
  const settings = readSettings(sharedSettings, process.env);
  const complain = (line: string) => console.error(`chat: ${line}`);
  const desk = await openDesk(settings.KNOWLEDGE_DIR, {
    onFaults: (faults) =>
      complain(
        `the edited knowledge has ${faults.length} fault(s); the last good one goes on speaking. Run: npm run knowledge:check`,
      ),
  });
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const lines = createInterface({
    input: process.stdin,
    output: interactive ? process.stdout : undefined,
    historySize: 100,
    terminal: interactive,
  });
  lines.on('SIGINT', () => lines.close());
  process.stdout.on('error', () => process.exit(0)); // the reader of a pipe has gone
  await chat({
    desk,
    store: createMemoryStore(1),
    lines,
    output: process.stdout,
    now: Date.now,
    colour: interactive && process.env.NO_COLOR === undefined,
    width: process.stdout.columns ?? 80,
    interactive,
    onError: () => complain('the answer failed; this is a fault of the program'),
  });
  lines.close();
  await desk.close();
}

main().catch((error: unknown) => {
  if (!(error instanceof KnowledgeError || error instanceof SettingsError)) throw error;
  console.error(`chat: ${error.message}`);
  process.exitCode = 1;
});
