import { type Reading, root } from '../text/index.ts';

/** What `npm run bench:topics -- --write` learns from the wordings and the labelled sets: clue -> topic -> weight. */
export interface TopicWeights {
  /** Topic, or `none` for what no fact answers -> weight without any clue. */
  readonly bias: Readonly<Record<string, number>>;
  readonly clues: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What a text is about, whichever guide it means: chances from 0 to 1. */
export interface TopicGuess {
  /** That the knowledge answers it at all. */
  readonly answerable: number;
  /** Of each topic if it is answerable; null for a topic that the model has not seen. */
  topic(name: string): number | null;
}

export type TopicModel = (reading: Reading) => TopicGuess;

/** The class of all that no fact answers. */
export const NONE = 'none';
/** Takes the length out: clues ** -0.35, as in the safety gate's second look. */
const DAMPING = 0.35;

/**
 * Reading -> everything in it that may speak for a topic: terms, ways of asking, roots of words and of neighbours. `names`
 * are words of guides' names, of which nothing was learnt: a knee guide makes "knee" say nothing about the topic.
 */
export function topicClues({ terms, frames, tokens }: Reading, names: ReadonlySet<string>): ReadonlySet<string> {
  const roots = tokens.filter((token) => !names.has(token)).map(root);
  const told = terms.filter(({ words }) => words.split(' ').some((word) => !names.has(word)));
  const clues = new Set<string>([...told.map((term) => term.id), ...frames]);
  for (const [at, word] of roots.entries()) {
    clues.add(`=${word}`);
    if (at > 0) clues.add(`=${roots[at - 1]} ${word}`);
  }
  return clues;
}

/** Clues that count in a text of this many. */
export function scaleOf(clues: number): number {
  return Math.max(1, clues) ** -DAMPING;
}

/** A multinomial logistic model: it does not grow with the guides, since all of them share the topics. */
export function createTopicModel({ bias, clues: weights }: TopicWeights, names: ReadonlySet<string>): TopicModel {
  return (reading) => {
    const clues = topicClues(reading, names);
    const rows = [...clues].map((clue) => (Object.hasOwn(weights, clue) ? weights[clue] : undefined));
    const scale = scaleOf(clues.size);
    const scores = Object.entries(bias).map(
      ([name, from]) => [name, from + scale * rows.reduce((sum, row) => sum + (row?.[name] ?? 0), 0)] as const,
    );
    const chances = softmax(new Map(scores));
    const answerable = 1 - (chances.get(NONE) ?? 0);
    return { answerable, topic: (name) => share(chances.get(name), answerable) };
  };
}

function softmax(scores: ReadonlyMap<string, number>): Map<string, number> {
  const highest = Math.max(...scores.values());
  const parts = [...scores].map(([name, score]) => [name, Math.exp(score - highest)] as const);
  const total = parts.reduce((sum, [, part]) => sum + part, 0);
  return new Map(parts.map(([name, part]) => [name, part / total]));
}

function share(chance: number | undefined, of: number): number | null {
  if (chance === undefined) return null;
  return of === 0 ? 0 : Math.min(1, chance / of);
}
