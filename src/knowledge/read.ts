import { readFile } from 'node:fs/promises';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './faults.ts';

type Path = readonly (string | number)[];

/** One YAML file, checked: its value, or null with the faults, and the line of anything inside it. */
export interface Source<T> {
  readonly file: string;
  readonly value: T | null;
  readonly faults: readonly Fault[];
  /** 1-based line of the value at a path, or of its nearest parent. */
  lineOf(path: Path): number;
}

/** Reads and validates one file. Syntax errors, duplicate keys, unknown keys and wrong values all become faults with a line. */
export async function readSource<T extends z.ZodType>(file: string, schema: T): Promise<Source<z.infer<T>>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    const fault = {
      file,
      line: null,
      what: 'cannot be read',
      mend: 'put the file there, or check its name and permissions',
    };
    return { file, value: null, faults: [fault], lineOf: () => 1 };
  }
  return parseSource(file, text, schema);
}

/** As `readSource`, for a text that is already at hand. */
export function parseSource<T extends z.ZodType>(file: string, text: string, schema: T): Source<z.infer<T>> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line;
  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return 1;
  };
  const broken = document.errors.map(
    (error): Fault => ({
      file,
      line: lineAt(error.pos[0]),
      what: error.message,
      mend: 'mend the YAML; text with ": " or "#" needs quotes',
    }),
  );
  if (broken.length > 0) return { file, value: null, faults: broken, lineOf };
  const parsed = schema.safeParse(toValue(document));
  if (parsed.success) return { file, value: parsed.data, faults: [], lineOf };
  const faults = parsed.error.issues.map((issue): Fault => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    const where = path.length === 0 ? '' : `${path.join('.')}: `;
    const key = issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path;
    return { file, line: lineOf(key), what: `${where}${issue.message}`, mend: mendOf(issue.code) };
  });
  return { file, value: null, faults, lineOf };
}

function toValue(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch {
    return null; // an alias bomb: the schema then says that the file has no content
  }
}

function mendOf(code: string): string {
  if (code === 'unrecognized_keys') return 'remove the key or correct its spelling';
  if (code === 'invalid_type') return 'fill it in with the right kind of value';
  return 'correct the value';
}
