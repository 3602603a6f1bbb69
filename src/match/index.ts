export { languageOf, newNameWords } from './language.ts';
export { createMatcher, type Matcher } from './matcher.ts';
export { otherQuestionsIn } from './parts.ts';
