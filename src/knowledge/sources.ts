import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { Fault } from './faults.ts';
import { readSource, type Source } from './read.ts';
import { alarmsSchema, redFlagsSchema } from './red-flags-schema.ts';
import * as schema from './schema.ts';

/** The files of one knowledge directory, parsed one by one; any of them may be faulty. */
export interface Sources {
  readonly files: Awaited<ReturnType<typeof readFiles>>;
  readonly procedures: readonly Source<schema.ProcedureFile>[];
  readonly questions: readonly Source<schema.QuestionsFile>[];
  /** What is wrong with the directory itself. */
  readonly faults: readonly Fault[];
}

/** Reads every file of a knowledge directory; faults stay with their source. */
export async function readSources(directory: string): Promise<Sources> {
  const files = await readFiles(directory);
  const procedures = await readFolder(join(directory, 'procedures'), schema.procedureSchema);
  const questions = await readFolder(join(directory, 'questions'), schema.questionsSchema);
  const known = new Set(Object.values(files).map(({ file }) => basename(file)));
  const { names, faults } = await listYaml(directory);
  const strays = names
    .filter((name) => !known.has(name))
    .map((name) => fault(join(directory, name), 'is read by nothing', 'correct its name, or move it elsewhere'));
  return {
    files,
    procedures: procedures.sources,
    questions: questions.sources,
    faults: [...faults, ...strays, ...procedures.faults, ...questions.faults],
  };
}

/** Every source, in a fixed order. */
export function allSources({ files, procedures, questions }: Sources): Source<unknown>[] {
  return [...Object.values(files), ...procedures, ...questions];
}

async function readFiles(directory: string) {
  const one = <T extends z.ZodType>(name: string, shape: T) => readSource(join(directory, name), shape);
  const [gaps, cautions, compare, lexicon, outside, clinic, help, replies, redFlags, alarms] = await Promise.all([
    one('gaps.yaml', schema.gapsSchema),
    one('cautions.yaml', schema.cautionsSchema),
    one('compare.yaml', schema.compareSchema),
    one('lexicon.yaml', schema.lexiconSchema),
    one('outside.yaml', schema.outsideSchema),
    one('clinic.yaml', schema.clinicSchema),
    one('help.yaml', schema.helpSchema),
    one('replies.yaml', schema.repliesSchema),
    one('red-flags.yaml', redFlagsSchema),
    one('alarms.yaml', alarmsSchema),
  ]);
  return { gaps, cautions, compare, lexicon, outside, clinic, help, replies, redFlags, alarms };
}

async function readFolder<T extends z.ZodType>(path: string, shape: T) {
  const { names, faults } = await listYaml(path);
  const empty = names.length === 0 ? [fault(path, 'holds no .yaml file', 'put at least one there')] : [];
  const sources = await Promise.all(names.map((name) => readSource(join(path, name), shape)));
  return { sources, faults: [...faults, ...empty] };
}

/** The .yaml files of a folder, sorted; hidden ones are an editor's. A name in .yml would be passed over in silence. */
async function listYaml(path: string): Promise<{ names: string[]; faults: Fault[] }> {
  const found = (await readdir(path).catch((): string[] => [])).filter((name) => !name.startsWith('.')).sort();
  const misnamed = found.filter((name) => /\.yml$/iu.test(name));
  return {
    names: found.filter((name) => name.endsWith('.yaml')),
    faults: misnamed.map((name) => fault(join(path, name), 'ends in .yml', 'rename it to end in .yaml')),
  };
}

function fault(file: string, what: string, mend: string): Fault {
  return { file, line: null, what, mend };
}
