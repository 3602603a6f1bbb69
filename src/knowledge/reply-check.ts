import type { Fault } from './faults.ts';
import { OWN_FILLINGS, REPLY_FILLINGS, REPLY_KEYS } from './reply-keys.ts';
import type { Sources } from './sources.ts';

/** A `{name}` in a line that nothing fills in would reach the patient as it stands. */
export function replyFaults({ files: { replies } }: Sources): Fault[] {
  const { value } = replies;
  if (value === null) return [];
  return REPLY_KEYS.flatMap((key) => {
    const filled = [...REPLY_FILLINGS, ...(OWN_FILLINGS[key] ?? [])];
    return unfilled(value[key], filled).map((name) =>
      replies.faultAt([key], `"${key}" has {${name}}, which nothing fills in`, `use one of {${filled.join('}, {')}}`),
    );
  });
}

/** Names in braces that are not among those filled in. */
export function unfilled(text: string, filled: readonly string[]): string[] {
  return [...text.matchAll(/\{([^{}]*)\}/gu)].map(([, name = '']) => name).filter((name) => !filled.includes(name));
}
