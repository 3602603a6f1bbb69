import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Path } from './read.ts';

/** Where an entry stands. */
export interface Place {
  /** Within the knowledge directory, with forward slashes. */
  readonly file: string;
  readonly path: Path;
}

/**
 * Id -> its place: a fact (`guide/topic/point`), a question (`topic/question`), a caution (`cautions/name`) or a gap (`gaps/name`,
 * or its name alone). Null where the knowledge has none.
 */
export async function locate(directory: string, id: string): Promise<Place | null> {
  for (const place of await candidates(directory, id.split('/'))) {
    const text = await readFile(join(directory, place.file), 'utf8').catch(() => '');
    if (parseDocument(text).hasIn(place.path)) return place;
  }
  return null;
}

async function candidates(directory: string, parts: readonly string[]): Promise<Place[]> {
  const [first = '', second = '', third] = parts;
  if (parts.length === 1) return [{ file: 'gaps.yaml', path: [first] }];
  if (first === 'gaps' || first === 'cautions') return [{ file: `${first}.yaml`, path: [second] }];
  if (parts.length === 2) {
    const path = second === 'whole' ? ['whole'] : ['questions', second];
    return (await filesWith(directory, 'questions', 'topic', first)).map((file) => ({ file, path }));
  }
  if (parts.length !== 3 || third === undefined) return [];
  const files = await filesWith(directory, 'procedures', 'id', first);
  return files.map((file) => ({ file, path: ['topics', second, 'facts', third] }));
}

/** Files of a folder in which a key at the top has a value. */
async function filesWith(directory: string, folder: string, key: string, value: string): Promise<string[]> {
  const names = (await readdir(join(directory, folder)).catch((): string[] => [])).filter((name) =>
    name.endsWith('.yaml'),
  );
  const found: string[] = [];
  for (const name of names.sort()) {
    const text = await readFile(join(directory, folder, name), 'utf8');
    if (String(parseDocument(text).get(key)) === value) found.push(`${folder}/${name}`);
  }
  return found;
}
