import type { Assistant, Clinic, Knowledge } from '#core';
import { toInert } from '../shared/index.ts';
import { english, FIRST_TOPICS, type Strings } from './strings.ts';

/** What the core is asked for the greeting. */
const GREETING = 'what are you';
/** Wordings of one question that are suggested. */
const EACH = 3;
const PHONE = /\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}/gu;

/** What the page knows from its first moment, so that it can name the numbers when the server is gone. */
export interface Start {
  readonly strings: Strings;
  readonly clinic: { readonly name: string; readonly phone: string; readonly emergency: string };
  /** Everything that becomes a tel: link, longest first. */
  readonly phones: readonly string[];
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
  const titles = (first.length > 0 ? first : [...topics.values()].slice(0, 6)).map(({ title }) => title);
  return {
    strings: english,
    clinic: { name: clinic.name, phone: clinic.phone, emergency: clinic.emergency_number },
    phones: phonesOf(clinic),
    greeting: [...said.slice(0, 1), toInert(replies['help-privacy'] ?? '')].filter(Boolean),
    people: said.slice(1),
    topics: titles,
    more: [...topics.values()].map(({ title }) => title).filter((title) => !titles.includes(title)),
  };
}

function phonesOf(clinic: Clinic): string[] {
  const { phone, emergency_number, crisis_line, poison_line, interpreter_line, billing_phone } = clinic;
  const named = [phone, emergency_number, crisis_line, poison_line, interpreter_line, billing_phone];
  const inWords = [...clinic.after_hours.matchAll(PHONE)].map(([found]) => found);
  return [...new Set([...named, ...inWords])].sort((a, b) => b.length - a.length);
}

/** Questions of the knowledge in its own words, never what people typed. */
export function suggestionsOf({ questions, gaps }: Knowledge): string[] {
  const all = [...questions.values(), ...gaps.values()].flatMap(({ wordings }) => {
    const whole = wordings.filter((wording) => /^\p{Lu}.{8,70}\?$/u.test(wording));
    return whole.slice(-EACH);
  });
  return [...new Set(all)].map(toInert);
}
