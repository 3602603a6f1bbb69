/** `npm run knowledge:check [-- --knowledge DIR]`: everything that is wrong with the knowledge, and what is due. */
import { Command, Option } from 'commander';
import { createAssistant, KnowledgeError, loadKnowledge } from '#core';
import { loadEnvFile } from '../adapters/shared/index.ts';
import { checkKnowledge, type Grade } from './checks/index.ts';

loadEnvFile();
const program = new Command('knowledge-check')
  .addOption(new Option('--knowledge <dir>', 'knowledge directory').env('KNOWLEDGE_DIR').default('knowledge'))
  .option('--quiet', 'errors only')
  .parse();
const { knowledge: directory, quiet } = program.opts<{ knowledge: string; quiet?: true }>();

try {
  const assistant = createAssistant(await loadKnowledge(directory));
  const grade: Grade = await import('./checks/grade.ts').then(
    ({ gradeOf }) => gradeOf,
    () => null,
  );
  if (grade === null) console.log('The reading grade was not measured: its packages are not installed here.');
  const findings = checkKnowledge(assistant, grade, new Date().toISOString().slice(0, 10));
  const errors = findings.filter((finding) => finding.level === 'error');
  for (const { level, about, what } of quiet ? errors : findings) console.log(`${level}: ${about}: ${what}`);
  const { facts, questions, gaps } = assistant.knowledge;
  console.log(
    `${directory}: ${facts.size} facts, ${questions.size} questions, ${gaps.size} gaps; ${errors.length} errors, ${findings.length - errors.length} warnings`,
  );
  process.exitCode = errors.length > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof KnowledgeError)) throw error;
  console.log(error.message);
  process.exitCode = 1;
}
