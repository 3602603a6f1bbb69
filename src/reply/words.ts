import type { Knowledge, ReplyKey } from '../knowledge/index.ts';

/** Names of the lines in replies.yaml -> text, with its `{...}` filled in. */
export type Say = (key: ReplyKey, fillings?: Readonly<Record<string, string>>) => string;

/** The clinic's own data and the guides' names are filled in by themselves. */
export function createSay(knowledge: Knowledge): Say {
  const { clinic, guides } = knowledge;
  const standing: Readonly<Record<string, string>> = {
    clinic: clinic.name,
    phone: clinic.phone,
    hours: clinic.hours,
    after_hours: clinic.after_hours,
    address: clinic.address,
    emergency: clinic.emergency_number,
    crisis: clinic.crisis_line,
    poison: clinic.poison_line,
    interpreter: clinic.interpreter_line,
    billing: clinic.billing_phone,
    staff_route: clinic.staff_route,
    guides: list([...guides.values()].map((guide) => `"${guide.name}"`)),
    topics: [...knowledge.topics.values()].map((topic) => topic.title).join(', '),
  };
  return (key, fillings = {}) => fill(knowledge.replies[key] ?? '', { ...standing, ...fillings });
}

/** "a", "a and b", "a, b and c". */
export function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function fill(line: string, fillings: Readonly<Record<string, string>>): string {
  return line.replace(/\{(\w+)\}/gu, (whole, name: string) => fillings[name] ?? whole).replace(/\.\.$/u, '.');
}
