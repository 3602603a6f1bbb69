/** `npm run knowledge:check [-- --knowledge DIR]`: everything that is wrong with the knowledge, and what is due. */
import { Command, Option } from 'commander';
import { createAssistant, KnowledgeError, loadKnowledge } from '#core';
import { loadEnvFile } from '../adapters/shared/index.ts';
import { checkKnowledge, count, type Grade, toReport } from './checks/index.ts';

loadEnvFile();
const program = new Command('knowledge-check')
  .addOption(new Option('--knowledge <dir>', 'knowledge directory').env('KNOWLEDGE_DIR').default('knowledge'))
  .option('--quiet', 'errors only')
  .parse();
const { knowledge: directory, quiet } = program.opts<{ knowledge: string; quiet?: true }>();

try {
  process.exitCode = (await check()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof KnowledgeError)) throw error;
  console.log(error.message);
  process.exitCode = 1;
}

async function check(): Promise<boolean> {
  const assistant = createAssistant(await loadKnowledge(directory));
  const grade = await loadGrade();
  if (grade === null) console.log('The reading grade was not measured: its packages are not installed here.');
  const findings = checkKnowledge(assistant, grade, new Date().toISOString().slice(0, 10));
  const errors = findings.filter((finding) => finding.level === 'error');
  for (const line of toReport(quiet ? errors : findings)) console.log(line);
  const { facts, questions, gaps } = assistant.knowledge;
  const size = `${facts.size} facts, ${questions.size} questions, ${gaps.size} gaps`;
  console.log(`${directory}: ${size}; ${count(findings)}`);
  return errors.length === 0;
}

/** Null where the development packages are missing, as on a clinic's machine. */
async function loadGrade(): Promise<Grade | null> {
  try {
    return (await import('./checks/grade.ts')).gradeOf;
  } catch {
    return null;
  }
}
