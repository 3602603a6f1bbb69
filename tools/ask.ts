/** `npm run ask`: one question, or a batch of them on standard input, answered on standard output. */
import { createInterface } from 'node:readline';
import { Command, Option } from 'commander';
import { type Audience, createAssistant, KnowledgeError, loadKnowledge, toPlainText } from '#core';
import { explainTurn, loadEnvFile } from '../adapters/shared/index.ts';
import { answerBatch } from './batch.ts';
import { toRecord } from './record.ts';

interface Options {
  readonly json?: true;
  readonly batch?: true;
  readonly explain?: true;
  readonly knowledge: string;
  readonly audience: Audience;
  readonly procedure?: string;
}

loadEnvFile();
const program = new Command('ask')
  .description('Answers a question about the two injections, from the reviewed knowledge only.')
  .argument('[question...]', 'the question, as a patient would type it')
  .option('--json', 'print the reply as one JSON line')
  .option('--batch', 'read {"id","text","session"?,"audience"?,"procedure"?} lines, write a reply line for each')
  .option('--explain', 'show what was understood, matched, the runner-up and why')
  .addOption(new Option('--knowledge <dir>', 'knowledge directory').env('KNOWLEDGE_DIR').default('knowledge'))
  .addOption(new Option('--audience <who>', 'whom the reply is for').choices(['patient', 'staff']).default('patient'))
  .option('--procedure <code>', 'guide to use where the question names none')
  .showHelpAfterError();

async function main(): Promise<number> {
  program.parse();
  const options = program.opts<Options>();
  const assistant = createAssistant(await loadKnowledge(options.knowledge));
  const { procedure = null, audience } = options;
  if (procedure !== null && !assistant.knowledge.guides.has(procedure)) {
    program.error(
      `ask: --procedure ${procedure}: no such guide; use one of ${[...assistant.knowledge.guides.keys()].join(', ')}`,
      { exitCode: 2 },
    );
  }
  if (options.batch) return answerBatch(assistant, createInterface({ input: process.stdin }), { audience, procedure });
  const text = program.args.join(' ');
  if (program.args.length === 0)
    program.error('ask: no question; put it in quotes: npm run ask -- "can I eat before it"', { exitCode: 2 });
  const started = performance.now();
  const turn = assistant.reply({ input: { text }, conversation: null, now: Date.now(), audience, procedure });
  const ms = performance.now() - started;
  if (options.json) console.log(JSON.stringify(toRecord(null, turn.reply, ms)));
  else console.log(toPlainText(turn.reply));
  if (options.explain) console.error(`\n${explainTurn(turn)}`);
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (!(error instanceof KnowledgeError)) throw error;
    console.error(`ask: ${error.message}`);
    process.exitCode = 1;
  },
);
