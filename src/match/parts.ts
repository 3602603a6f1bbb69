import { toTokens } from '../text/index.ts';

/** A second question in the same sentence: "... and can I ice it". */
const JOINT =
  /[,;]?\s+(?:and|also|plus|but|or)\s+(?=(?:also\s+)?(?:can|do|does|did|how|what|whats|when|will|is|are|should|where|why|who|may|could|am)\b)/u;
/** One beginning for two questions: "can I ice the swelling and drive". */
const SHARED = /^(.*?\b(?:can|could|may|should|must) (?:i|we|he|she|they)) (.+?) (?:and|or) (?!then\b)(.+)$/u;
const ASKS =
  /\?|^(?:and |also |so |but |ok |okay |then )*(?:how|what|whats|when|where|why|who|which|can|could|do|does|did|is|are|am|will|would|should|may|must|any|has|have)\b|\b(?:wonder|wondering|ask|asking|know|tell me|question|curious)\b/u;
/** Between a complaint and a question that leans on no word of its own: "cant feel my leg lol is ice ok". */
const ASIDE = /,\s*|\s+(?:lol|haha|btw|anyway)\s+/u;
const ABOUT_THE_SAME =
  /\bwhat (?:do|should|can|shall|must) (?:i|we|he|she) do\b|^(?:so |and |or )?(?:is|are|was|does) (?:this|that|it|these|they)\b|\b(?:worry|worried|serious|emergency|er|hospital|ambulance|911|normal|call|happening)\b/u;
/** Fewer words say too little alone. */
const SHORTEST = 2;
/** A message is matched whole and by at most this many of its sentences, the last ones: a question ends a story. */
const MOST = 8;

/** The questions of a message, or none where it is a single one. */
export function questionsIn(sentences: readonly string[]): string[] {
  const parts = partsOf(sentences).flatMap(apart);
  if (parts.length < 2) return [];
  const asking = parts.filter((part) => ASKS.test(part));
  return (asking.length > 0 ? asking : parts).slice(-MOST);
}

/** Those that ask about something else than "what do I do?", "is that bad?". */
export function otherQuestionsIn(sentences: readonly string[]): string[] {
  return partsOf(sentences)
    .flatMap((part) => part.split(ASIDE))
    .filter((part) => toTokens(part).length > SHORTEST && ASKS.test(part) && !ABOUT_THE_SAME.test(part))
    .slice(-MOST);
}

function apart(question: string): string[] {
  const [, beginning, first, second] = SHARED.exec(question) ?? [];
  return beginning === undefined ? [question] : [`${beginning} ${first}`, `${beginning} ${second}`];
}

function partsOf(sentences: readonly string[]): string[] {
  return sentences.flatMap((sentence) => sentence.split(JOINT)).filter((part) => toTokens(part).length >= SHORTEST);
}
