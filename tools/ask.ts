/** `npm run ask`: one question, or a batch of them on standard input, answered on standard output. */
import { once } from 'node:events';
import { Command, Option } from 'commander';
import { type Assistant, type Audience, toPlainText } from '#core';
import { explainTurn, loadSettings, openDesk, runMain, sharedSettings } from '../adapters/shared/index.ts';
import { answerBatch } from './batch.ts';
import { toLines } from './lines.ts';
import { toRecord } from './record.ts';

interface Options {
  readonly json?: true;
  readonly batch?: true;
  readonly explain?: true;
  readonly knowledge?: string;
  readonly audience: Audience;
  readonly procedure?: string;
}

/** Exit status for options that make no sense; 1 is for faults of the knowledge or of the input. */
const USAGE = 2;

const program = new Command('ask')
  .description('Answers a question about the two injections, from the reviewed knowledge only.')
  .argument('[question...]', 'the question, as a patient would type it; may be empty ("")')
  .option('--json', 'print the reply as one JSON line')
  .option('--batch', 'read {"id","text","session"?,"audience"?,"procedure"?} lines, write a reply line for each')
  .option('--explain', 'say on standard error what was understood, matched, the runner-up and why')
  .option('--knowledge <dir>', 'knowledge directory (default: KNOWLEDGE_DIR, else "knowledge")')
  .addOption(new Option('--audience <who>', 'whom the reply is for').choices(['patient', 'staff']).default('patient'))
  .option('--procedure <code>', 'guide to use where the question names none')
  .showHelpAfterError('See: npm run ask -- --help')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : USAGE));

runMain('ask', async () => {
  const { json, batch, explain, knowledge, audience, procedure = null } = program.parse().opts<Options>();
  if (batch && program.args.length > 0) program.error('ask: --batch reads standard input; leave out the question');
  if (!batch && program.args.length === 0)
    program.error('ask: no question; put it in quotes: npm run ask -- "can I eat before it"');
  const settings = loadSettings(sharedSettings);
  const desk = await openDesk(knowledge ?? settings.KNOWLEDGE_DIR, { watch: false });
  const assistant = desk.current();
  refuseUnknown(procedure, assistant);

  process.stdout.on('error', () => process.exit(0)); // the reader has seen enough: `ask --batch | head`
  const now = Date.now();
  if (batch) {
    return answerBatch(assistant, toLines(process.stdin), {
      audience,
      procedure,
      now,
      write: writeLine,
      progress: (text) => console.error(`ask: ${text}`),
      ...(explain ? { onTurn: (id, turn) => console.error(`${JSON.stringify(id)}:\n${explainTurn(turn)}\n`) } : {}),
    });
  }
  const text = program.args.join(' ');
  const started = performance.now();
  const turn = assistant.reply({ input: { text }, conversation: null, now, audience, procedure });
  const ms = performance.now() - started;
  await writeLine(json ? JSON.stringify(toRecord(null, turn.reply, ms)) : toPlainText(turn.reply));
  if (explain) console.error(`\n${explainTurn(turn)}`);
  return 0;
});

function refuseUnknown(procedure: string | null, { knowledge }: Assistant): void {
  if (procedure === null || knowledge.guides.has(procedure)) return;
  program.error(`ask: --procedure: no such guide; use one of ${[...knowledge.guides.keys()].join(', ')}`);
}

/** Waits for a slow reader instead of filling memory. */
async function writeLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}
