import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { crossCheck } from './cross-check.ts';
import { type Fault, KnowledgeError } from './faults.ts';
import type { Fact, Guide, Knowledge, Question, Topic } from './knowledge.ts';
import type { Source } from './read.ts';
import type { ProcedureFile, QuestionsFile } from './schema.ts';
import { allSources, readSources, type Sources } from './sources.ts';

/** Reads a whole knowledge directory. Throws `KnowledgeError` with every fault of every file; otherwise all of it is checked and frozen. */
export async function loadKnowledge(directory: string): Promise<Knowledge> {
  const sources = await readSources(directory);
  const faults = [...sources.faults, ...allSources(sources).flatMap((source) => source.faults), ...crossCheck(sources)];
  if (faults.length > 0) throw new KnowledgeError(faults.sort(byPlace));
  return deepFreeze(assemble(directory, sources));
}

function byPlace(a: Fault, b: Fault): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
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

function toGuide(file: ProcedureFile): Guide {
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

function toQuestions(file: QuestionsFile, guides: readonly Guide[]): Question[] {
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
  for (const source of allSources(sources)) {
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
