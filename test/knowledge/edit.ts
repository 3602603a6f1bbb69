import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Fault, KnowledgeError, loadKnowledge } from '#core';

/** Changes one file of a copy; an edit that changes nothing is a stale test. */
export async function edit(directory: string, file: string, change: (text: string) => string): Promise<void> {
  const path = join(directory, file);
  const text = await readFile(path, 'utf8');
  const changed = change(text);
  expect(changed, `the edit of ${file} must change it`).not.toBe(text);
  await writeFile(path, changed);
}

export async function faultsOf(directory: string): Promise<readonly Fault[]> {
  const error = await loadKnowledge(directory).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof KnowledgeError)) throw new Error('the knowledge loaded, or failed in another way');
  return error.faults;
}
