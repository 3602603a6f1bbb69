export { addItems, setValue } from './edit.ts';
export { type Fault, KnowledgeError, toLine } from './faults.ts';
export { requiredCautions } from './guide-check.ts';
export { jsonSchemas } from './json-schemas.ts';
export type { Fact, Guide, Knowledge, Question, Relation, Topic } from './knowledge.ts';
export { loadKnowledge } from './load.ts';
export type { ReplyKey } from './reply-keys.ts';
export type { Clinic, Replies, ReviewState } from './schema.ts';
export { type WatchHandlers, watchKnowledge } from './watch.ts';
