import { readFile } from 'node:fs/promises';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './faults.ts';

export type Path = readonly (string | number)[];

/** One YAML file, checked: its value, or null with the faults, and the line of anything inside it. */
export interface Source<T> {
  readonly file: string;
  readonly value: T | null;
  readonly faults: readonly Fault[];
  /** A fault at the line of the value at a path, or of its nearest parent. */
  faultAt(path: Path, what: string, mend: string): Fault;
}

/** Reads and validates one file. Syntax errors, duplicate keys, unknown keys and wrong values all become faults with a line. */
export async function readSource<T extends z.ZodType>(file: string, schema: T): Promise<Source<z.infer<T>>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    const faultAt = (_path: Path, what: string, mend: string): Fault => ({ file, line: null, what, mend });
    const fault = faultAt([], 'cannot be read', 'put the file there, or check its name and permissions');
    return { file, value: null, faults: [fault], faultAt };
  }
  return parseSource(file, text, schema);
}

/** As `readSource`, for a text that is already at hand. */
export function parseSource<T extends z.ZodType>(file: string, text: string, schema: T): Source<z.infer<T>> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => Math.max(1, counter.linePos(offset).line);
  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return 1;
  };
  const faultAt = (path: Path, what: string, mend: string): Fault => ({ file, line: lineOf(path), what, mend });

  const broken = document.errors.map((error): Fault => {
    const mend =
      error.code === 'DUPLICATE_KEY'
        ? 'remove one of the two, or give it another name'
        : 'mend the YAML; text with ": " or "#" needs quotes';
    return { file, line: lineAt(error.pos[0]), what: error.message, mend };
  });
  if (broken.length > 0) return { file, value: null, faults: broken, faultAt };
  const parsed = schema.safeParse(toValue(document));
  if (parsed.success) return { file, value: parsed.data, faults: [], faultAt };
  const faults = parsed.error.issues.flatMap(toComplaints).map(({ path, what, mend }) => faultAt(path, what, mend));
  return { file, value: null, faults, faultAt };
}

function toValue(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch {
    return null; // an alias bomb: the schema then says that the file has no content
  }
}

interface Complaint {
  readonly path: Path;
  readonly what: string;
  readonly mend: string;
}

/** What a schema complains of, in words for whoever keeps the file. */
function toComplaints(issue: z.core.$ZodIssue): Complaint[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const name = path.length === 0 ? 'the file' : path.join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        what: `${[...path, key].join('.')} is no known name`,
        mend: 'remove it or correct its spelling',
      }));
    case 'invalid_key':
      return issue.issues.map(({ message }) => ({ path, what: `${name} is not ${message}`, mend: 'correct the name' }));
    case 'invalid_type':
      return [{ path, ...wrongType(name, issue.message, issue.expected) }];
    default:
      return [{ path, what: `${name}: ${issue.message}`, mend: 'correct the value' }];
  }
}

function wrongType(name: string, message: string, expected: string): Omit<Complaint, 'path'> {
  const found = /received (\w+)/u.exec(message)?.[1];
  if (found === 'undefined') return { what: `${name} is missing`, mend: 'add it' };
  if (found === 'null') return { what: `${name} is empty`, mend: 'fill it in' };
  const mend = expected === 'string' ? 'put it in quotes if it is meant as text' : 'give it the right kind of value';
  return { what: `${name} should be ${KINDS[expected] ?? expected} and is ${KINDS[found ?? ''] ?? found}`, mend };
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of named values',
  record: 'a group of named values',
};
