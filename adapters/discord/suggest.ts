import { type Assistant, createSay, type Decision, encodeChoice, type Knowledge, type ProcedureId } from '#core';
import { FIRST_TOPICS, type Input, toInert } from '../shared/index.ts';
import { shorten } from './render.ts';

/** One line under what is being typed. */
export interface Suggestion {
  readonly name: string;
  /** Stable id of a question or a topic. */
  readonly value: string;
}

/** Discord refuses the whole list over one breach. */
const MOST = 25;
const LONGEST_NAME = 100;
const SUGGESTED = /^(?<kind>[qt]):(?<id>[a-z0-9-]+(?:\/[a-z0-9-]+)?)$/u;

interface Entry extends Suggestion {
  /** Title and wordings: lower case, single spaces, a space at both ends. */
  readonly wordings: readonly string[];
}

/**
 * What was typed so far -> questions and topics of the knowledge: those with a wording in which every word typed begins a
 * word, the closest first; else what the core would answer or offer. Nothing for an alarm, so that it is sent as typed.
 */
export function createSuggest({ knowledge, reply }: Assistant, now: () => number) {
  const topics = topicEntries(knowledge);
  const all = [...topics, ...questionEntries(knowledge)];

  return (typed: string, among: 'all' | 'topics' = 'all'): Suggestion[] => {
    const words = toKey(typed).trim().split(' ').filter(Boolean);
    if (words.length === 0) return toSuggestions(topics);
    const request = { input: { text: typed }, conversation: null, now: now(), procedure: null };
    const { reply: told, explanation } = reply({ ...request, audience: 'patient' });
    if (told.kind === 'escalate') return [];
    const entries = among === 'topics' ? topics : all;
    const begun = entries
      .map((entry) => ({ entry, length: closest(entry, words) }))
      .filter(({ length }) => length < Number.POSITIVE_INFINITY)
      .sort((a, b) => a.length - b.length)
      .map(({ entry }) => entry);
    const values = new Set(valuesOf(explanation.decision));
    return toSuggestions(begun.length > 0 ? begun : entries.filter(({ value }) => values.has(value)));
  };
}

/** What was submitted -> what the core is asked: a suggestion by its id, all else as typed. */
export function toInput(submitted: string, procedure: ProcedureId | null, { version }: Knowledge): Input {
  const { kind, id = '' } = SUGGESTED.exec(submitted)?.groups ?? {};
  if (kind === 'q') return { choice: encodeChoice({ kind: 'ask', asked: [id], procedure }, version) };
  if (kind === 't') return { choice: encodeChoice({ kind: 'topic', topic: id, procedure }, version) };
  return { text: submitted };
}

/** The topic that a suggestion stands for; all else as typed. */
export function toTopic(submitted: string): string {
  return submitted.replace(/^t:/u, '');
}

function topicEntries({ topics }: Knowledge): Entry[] {
  const first = FIRST_TOPICS.flatMap((slug) => topics.get(slug) ?? []);
  return [...new Set([...first, ...topics.values()])].map(({ slug, title, aliases }) => ({
    value: `t:${slug}`,
    name: toName(title),
    wordings: [title, ...aliases].map(toKey),
  }));
}

function questionEntries(knowledge: Knowledge): Entry[] {
  const say = createSay(knowledge);
  return [...knowledge.questions.values()].map(({ id, asks, wordings }) => {
    const title = say('choice-question', { asks });
    return {
      value: `q:${id}`,
      name: toName(title.charAt(0).toUpperCase() + title.slice(1)),
      wordings: [title, ...wordings].map(toKey),
    };
  });
}

/** Length of the shortest wording in which every word typed begins a word. */
function closest({ wordings }: Entry, words: readonly string[]): number {
  const lengths = wordings
    .filter((wording) => words.every((word) => wording.includes(` ${word}`)))
    .map((wording) => wording.length);
  return Math.min(Number.POSITIVE_INFINITY, ...lengths);
}

function toKey(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []).join(' ')} `;
}

function toName(title: string): string {
  return shorten(toInert(title), LONGEST_NAME);
}

/** Each name once: a topic and its question as a whole may have the same. */
function toSuggestions(entries: readonly Entry[]): Suggestion[] {
  const names = new Set<string>();
  const once = entries.filter(({ name }) => !names.has(name) && names.add(name));
  return once.slice(0, MOST).map(({ name, value }) => ({ name, value }));
}

function valuesOf(decision: Decision | null): string[] {
  switch (decision?.kind) {
    case 'answer':
      return decision.asked.map((id) => `q:${id}`);
    case 'clarify':
      return decision.options.map((id) => `q:${id}`);
    case 'topics':
      return decision.topics.map((slug) => `t:${slug}`);
    default:
      return [];
  }
}
