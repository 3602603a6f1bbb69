import type { Knowledge } from '../knowledge/index.ts';
import { toTokens } from '../text/index.ts';
import type { Decision, Utterance } from '../types.ts';

/** A line of only codes, a topic's name and "compare" -> what the staff's quick check shows; anything else -> null. */
export type QuickCheck = (utterance: Utterance) => Decision | null;

const COMPARE = new Set(['compare', 'comparison', 'vs', 'versus']);
const JOINS = new Set(['and', 'for', 'cpt', 'code', 'guide', 'the', 'both']);
/** More words are a question, however short. */
const LONGEST = 8;

export function createQuickCheck(knowledge: Knowledge): QuickCheck {
  const topics = topicNames(knowledge);
  return ({ tokens }) => {
    if (tokens.length === 0 || tokens.length > LONGEST) return null;
    const codes = tokens.filter((token) => knowledge.guides.has(token.toUpperCase()));
    const compare = tokens.some((token) => COMPARE.has(token));
    const rest = tokens.filter((token) => !codes.includes(token) && !COMPARE.has(token) && !JOINS.has(token));
    const found = topics.get(rest.join(' '));
    if (rest.length > 0 && found === undefined) return null;
    if (found !== undefined) return { kind: 'topics', topics: found, compare };
    if (compare) return { kind: 'topics', topics: [], compare };
    return codes.length > 0 ? { kind: 'guide' } : null;
  };
}

/** Slug, "follow up", and every alias -> topics. Side effects are asked for under two names (DESIGN). */
function topicNames(knowledge: Knowledge): Map<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  for (const { slug, aliases } of knowledge.topics.values()) {
    for (const alias of [...aliases, slug]) names.set(toTokens(alias.toLowerCase()).join(' '), [slug]);
  }
  if (knowledge.topics.has('complications') && knowledge.topics.has('side-effects')) {
    names.set('side effects', ['complications', 'side-effects']);
  }
  return names;
}
