import { z } from 'zod';

/**
 * What a button carries back: ids, never a person's words. Old messages keep old buttons for years, so each value has a
 * version, and one that cannot be read is answered as out of date.
 */
const VERSION = 1;

const thread = z.string().regex(/^\d{1,12}\.\d{1,8}$/u);
const version = z.literal(VERSION).default(VERSION);

const schemas = {
  /** A choice of a reply; `root` is the thread that its answer's memory hangs on. */
  choice: z.strictObject({ v: version, id: z.string(), root: thread.optional() }),
  /** An answer to post where others read it: the request that leads to it, and the knowledge that gave it. */
  share: z.strictObject({
    v: version,
    again: z.union([z.strictObject({ choice: z.string() }), z.strictObject({ text: z.string() })]),
    of: z.string(),
    root: thread.optional(),
  }),
  /** Random name of an explanation that is kept for a while. */
  why: z.strictObject({ v: version, reason: z.string() }),
  thumb: z.strictObject({
    v: version,
    helpful: z.boolean(),
    kind: z.enum(['answer', 'abstain']),
    about: z
      .string()
      .regex(/^[a-z0-9/-]{1,100}$/u)
      .nullable(),
  }),
} as const;

export type ValueKind = keyof typeof schemas;
export type Value<K extends ValueKind> = z.infer<(typeof schemas)[K]>;

/** Holds ids of bounded length, so that it is far shorter than the 2,000 characters that a button takes. */
export function toValue<K extends ValueKind>(_kind: K, value: Omit<Value<K>, 'v'>): string {
  return JSON.stringify({ v: VERSION, ...value });
}

/** Null for anything that this program has not made. */
export function fromValue<K extends ValueKind>(kind: K, text: string | undefined): Value<K> | null {
  try {
    return schemas[kind].parse(JSON.parse(text ?? '')) as Value<K>;
  } catch {
    return null;
  }
}
