export { isCommonEnglish, isEnglish } from './english.ts';
export { normalise, READ_LIMIT, toPlain, toSentences, toTokens } from './normalise.ts';
export { createReader, type Language, type Reader, type Reading, type Term } from './reader.ts';
export { createSpelling } from './spelling.ts';
export { root, stem } from './stem.ts';
