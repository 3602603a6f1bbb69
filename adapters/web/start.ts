import type { Assistant, Clinic, Knowledge, Topic } from '#core';
import { FIRST_TOPICS, toInert } from '../shared/index.ts';
import { english, type Strings } from './strings.ts';

/** What the core is asked for the greeting. */
const GREETING = 'what are you';
const PHONE = /\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}/gu;

/** What the page knows from its first moment, so that it can name the numbers when the server is gone. */
export interface Start {
  readonly strings: Strings;
  readonly clinic: { readonly name: string; readonly phone: string; readonly emergency: string };
  /** `phonePattern`. */
  readonly phones: string;
  /** What this is, and what not to type. */
  readonly greeting: readonly string[];
  /** Who else can help; below the topics, which a phone should show at once. */
  readonly people: readonly string[];
  readonly topics: readonly string[];
  readonly more: readonly string[];
}

export function startOf({ knowledge, reply }: Assistant, now: number): Start {
  const { clinic, topics, replies } = knowledge;
  const input = { text: GREETING };
  const greeting = reply({ input, conversation: null, now, audience: 'patient', procedure: null }).reply;
  const said = greeting.blocks.flatMap((block) => (block.kind === 'guide' ? [] : [toInert(block.text)]));
  const first = FIRST_TOPICS.flatMap((slug) => topics.get(slug) ?? []);
  const titles = (first.length > 0 ? first : topicsInOrder(knowledge).slice(0, 6)).map(({ title }) => title);
  return {
    strings: english,
    clinic: { name: clinic.name, phone: clinic.phone, emergency: clinic.emergency_number },
    phones: phonePattern(clinic),
    greeting: [...said.slice(0, 1), toInert(replies['help-privacy'] ?? '')].filter(Boolean),
    people: said.slice(1),
    topics: titles,
    more: topicsInOrder(knowledge)
      .map(({ title }) => title)
      .filter((title) => !titles.includes(title)),
  };
}

/** As the guides order them. */
export function topicsInOrder({ guides, topics }: Knowledge): Topic[] {
  const slugs = new Set([...guides.values()].flatMap((guide) => guide.topics));
  return [...slugs].flatMap((slug) => topics.get(slug) ?? []);
}

/**
 * What becomes a tel: link: first group what stands before it, second the number. For the page's own browser too, so
 * without what browsers of 2019 lack, such as looking behind.
 */
export function phonePattern(clinic: Clinic): string {
  const { phone, emergency_number, crisis_line, poison_line, interpreter_line, billing_phone } = clinic;
  const named = [phone, emergency_number, crisis_line, poison_line, interpreter_line, billing_phone];
  const inWords = [...clinic.after_hours.matchAll(PHONE)].map(([found]) => found);
  const longestFirst = [...new Set([...named, ...inWords])].sort((a, b) => b.length - a.length);
  const literal = longestFirst.map((number) => number.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return `(^|[^\\d$-])(${literal.join('|')})(?![\\d-])`;
}
