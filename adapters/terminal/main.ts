/** `npm run chat`: the terminal chat. */
import { createInterface } from 'node:readline';
import { createLog, createMemoryStore, loadSettings, onCrash, openDesk, runMain } from '../shared/index.ts';
import { chat } from './chat.ts';
import { terminalSettings } from './settings.ts';

/** Columns of a terminal that does not tell. */
const UNKNOWN_WIDTH = 80;

runMain('chat', async () => {
  const { stdin, stdout } = process;
  const settings = loadSettings(terminalSettings);
  const log = createLog({ level: settings.LOG_LEVEL });
  onCrash(log);
  let promptAgain = () => {};
  const desk = await openDesk(settings.KNOWLEDGE_DIR, {
    onSwap: ({ version }) => log.info('knowledge-changed', { channel: 'terminal', version }),
    onFaults: (faults) => {
      console.error(`\nchat: the edited knowledge is faulty (${faults.length}); the last good one goes on speaking.`);
      console.error('chat: to see what is wrong, run: npm run knowledge:check');
      promptAgain();
    },
    onRefused: (error) => log.error('knowledge-refused', error, { channel: 'terminal' }),
  });
  const interactive = stdin.isTTY === true && stdout.isTTY === true;
  const lines = createInterface({
    input: stdin,
    ...(interactive ? { output: stdout, prompt: '> ' } : {}),
    terminal: interactive,
  });
  lines.on('SIGINT', () => lines.close()); // Ctrl-C leaves as Ctrl-D does
  stdout.on('error', () => process.exit(0)); // whoever read our output has gone
  if (interactive) promptAgain = () => lines.prompt(true);
  const store = createMemoryStore();
  await chat({
    desk,
    store,
    log,
    now: Date.now,
    lines,
    write: (text) => stdout.write(text),
    prompt: interactive ? () => lines.prompt() : null,
    colour: stdout.isTTY === true && settings.NO_COLOR === undefined && process.env.TERM !== 'dumb',
    width: () => (stdout.isTTY === true ? stdout.columns || UNKNOWN_WIDTH : Number.POSITIVE_INFINITY),
    audience: settings.AUDIENCE,
  });
  if (interactive) stdout.write('\n');
  lines.close();
  await desk.close();
  await store.close();
  await log.flush();
  return 0;
});
