import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { crossCheck } from './cross-check.ts';
import { type Fault, KnowledgeError } from './faults.ts';
import type { Fact, Guide, Knowledge, Question, Topic } from './knowledge.ts';
import { readSource, type Source } from './read.ts';
import { alarmsSchema, redFlagsSchema } from './red-flags-schema.ts';
import * as schema from './schema.ts';

/** The files of one knowledge directory, parsed one by one; any of them may be faulty. */
export type Sources = Awaited<ReturnType<typeof readSources>>;

/** Reads a whole knowledge directory. Throws `KnowledgeError` with every fault of every file; otherwise all of it is checked and frozen. */
export async function loadKnowledge(directory: string): Promise<Knowledge> {
  const sources = await readSources(directory);
  const single = Object.values(sources.files);
  const faults: Fault[] = [
    ...sources.faults,
    ...[...single, ...sources.procedures, ...sources.questions].flatMap((s) => s.faults),
  ];
  if (faults.length > 0) throw new KnowledgeError(faults);
  const knowledge = assemble(directory, sources);
  const crossed = crossCheck(knowledge, sources);
  if (crossed.length > 0) throw new KnowledgeError(crossed);
  return deepFreeze(knowledge);
}

/** Parses every file; faults stay with their source. */
async function readSources(directory: string) {
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
  const faults: Fault[] = [];
  const folder = async <T extends z.ZodType>(name: string, shape: T): Promise<Source<z.infer<T>>[]> => {
    const path = join(directory, name);
    const names = await readdir(path).catch(() => []);
    const files = names.filter((file) => file.endsWith('.yaml')).sort();
    if (files.length === 0)
      faults.push({ file: path, line: null, what: 'holds no .yaml file', mend: 'put at least one there' });
    return Promise.all(files.map((file) => readSource(join(path, file), shape)));
  };
  const procedures = await folder('procedures', schema.procedureSchema);
  const questions = await folder('questions', schema.questionsSchema);
  return {
    files: { gaps, cautions, compare, lexicon, outside, clinic, help, replies, redFlags, alarms },
    procedures,
    questions,
    faults,
  };
}

/** Builds the Knowledge; called only when every source has a value. */
function assemble(directory: string, sources: Sources): Knowledge {
  const { files } = sources;
  const guides = sources.procedures.map((source) => toGuide(required(source)));
  const topicFiles = sources.questions.map(required);
  const compare = required(files.compare);
  return {
    directory,
    version: versionOf(sources),
    guides: new Map(guides.map((guide) => [guide.id, guide])),
    facts: new Map(guides.flatMap((guide) => [...guide.facts.values()]).map((fact) => [fact.id, fact])),
    topics: new Map(
      topicFiles.map((file): [string, Topic] => [
        file.topic,
        { slug: file.topic, title: file.title, aliases: file.aliases },
      ]),
    ),
    questions: new Map(
      topicFiles.flatMap((file) => toQuestions(file, guides)).map((question) => [question.id, question]),
    ),
    gaps: new Map(Object.entries(required(files.gaps))),
    cautions: new Map(Object.entries(required(files.cautions))),
    compare,
    relationOf: new Map(compare.flatMap((relation) => relation.facts.map((id) => [id, relation] as const))),
    lexicon: required(files.lexicon),
    outside: required(files.outside),
    clinic: required(files.clinic),
    help: new Map(Object.entries(required(files.help))),
    replies: required(files.replies),
    redFlags: required(files.redFlags),
    alarms: required(files.alarms),
  };
}

function toGuide(file: schema.ProcedureFile): Guide {
  const facts = new Map<string, Fact>();
  for (const [topic, { section, facts: points }] of Object.entries(file.topics)) {
    for (const [point, { text, review, cautions }] of Object.entries(points)) {
      const id = `${file.id}/${topic}/${point}`;
      facts.set(`${topic}/${point}`, { id, procedure: file.id, topic, point, text, section, review, cautions });
    }
  }
  const { id, name, source, named_by: namedBy, shares } = file;
  return { id, name, source, namedBy, shares, facts, topics: Object.keys(file.topics) };
}

function toQuestions(file: schema.QuestionsFile, guides: readonly Guide[]): Question[] {
  const spots = new Set(
    guides.flatMap((guide) => [...guide.facts.keys()].filter((spot) => spot.startsWith(`${file.topic}/`))),
  );
  const { topic, whole } = file;
  const first: Question = {
    id: `${topic}/whole`,
    topic,
    asks: whole.asks,
    answer: [...spots],
    also: [],
    but: whole.but ?? null,
    whole: true,
    wordings: whole.wordings,
  };
  const rest = Object.entries(file.questions).map(([slug, { asks, answer, also, but, wordings }]): Question => {
    return { id: `${topic}/${slug}`, topic, asks, answer, also, but: but ?? null, whole: false, wordings };
  });
  return [first, ...rest];
}

function versionOf(sources: Sources): string {
  const hash = createHash('sha256');
  for (const source of [...Object.values(sources.files), ...sources.procedures, ...sources.questions]) {
    hash.update(`${basename(source.file)}\0${JSON.stringify(source.value)}\0`);
  }
  return hash.digest('hex').slice(0, 12);
}

function required<T>(source: Source<T>): T {
  if (source.value === null) throw new KnowledgeError(source.faults);
  return source.value;
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  const parts = value instanceof Map ? value.values() : Object.values(value);
  for (const part of parts) deepFreeze(part);
  return value;
}
