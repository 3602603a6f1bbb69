/** The front door of the core: adapters import it as "#core". */
export { type Assistant, createAssistant, type Request, type Turn } from './assistant.ts';
export { CHOICE_LIMIT, encodeChoice, MEMORY_MS } from './conversation/index.ts';
export * from './knowledge/index.ts';
export { createSay, reviewLine, reviewsOf, toPlainText, toText } from './reply/index.ts';
export * from './review/index.ts';
export { safeReply } from './safe-reply.ts';
export type * from './types.ts';
