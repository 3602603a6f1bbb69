import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type Knowledge, loadKnowledge, watchKnowledge } from '#core';
import { copyOfKnowledge } from '../support.ts';
import { edit } from './edit.ts';

/** A watched copy of the knowledge, and what is heard of it, in order; `next` waits for the next thing heard. */
async function watched(refuses: (knowledge: Knowledge) => boolean = () => false) {
  const directory = await copyOfKnowledge();
  const heard: string[] = [];
  let tell = () => {};
  const hear = (what: string) => {
    heard.push(what);
    tell();
  };
  const close = await watchKnowledge(directory, await loadKnowledge(directory), {
    onKnowledge: (knowledge) => {
      if (refuses(knowledge)) throw new Error('not understood');
      hear(knowledge.clinic.name);
    },
    onFaults: (faults) => hear(`faults: ${faults.map(({ what }) => what).join()}`),
  });
  onTestFinished(close);
  /** Makes a change, and resolves when something is heard of it. */
  const after = async (change: () => Promise<void>) => {
    const arrived = new Promise<void>((resolve) => {
      tell = resolve;
    });
    await change();
    await arrived;
  };
  return { directory, heard, after, close };
}

const named = (name: string) => (text: string) => text.replace(/^name:.*$/mu, `name: ${name}`);

it('hands over an edit, reports a faulty one, and hands over the mended one', async () => {
  const { directory, heard, after } = await watched();
  await after(() => edit(directory, 'clinic.yaml', named('Second')));
  await after(() => edit(directory, 'clinic.yaml', (text) => text.replace(/^phone:/mu, 'phonee:')));
  await after(() => edit(directory, 'clinic.yaml', (text) => text.replace(/^phonee:/mu, 'phone:')));
  expect(heard).toEqual(['Second', 'faults: phone is missing,phonee is no known name', 'Second']);
});

it('takes a burst of writes for one edit, and a file that an editor swaps in', async () => {
  const { directory, heard, after } = await watched();
  await after(async () => {
    for (const name of ['a', 'b', 'c', 'd', 'Last']) await edit(directory, 'clinic.yaml', named(name));
  });
  await after(async () => {
    const path = join(directory, 'clinic.yaml');
    await writeFile(`${path}.part`, named('Swapped')(await readFile(path, 'utf8')));
    await rename(`${path}.part`, path);
  });
  expect(heard).toEqual(['Last', 'Swapped']);
});

it('reports what the reader of the knowledge cannot understand', async () => {
  const { directory, heard, after } = await watched(({ clinic }) => clinic.name === 'Odd');
  await after(() => edit(directory, 'clinic.yaml', named('Odd')));
  await after(() => edit(directory, 'clinic.yaml', named('Even')));
  expect(heard).toEqual(['faults: not understood', 'Even']);
});

it('hands over a new guide, and is silent about a comment and once closed', async () => {
  const { directory, heard, after, close } = await watched();
  await edit(directory, 'gaps.yaml', (text) => `# a comment\n${text}`);
  const guide = await readFile(join(import.meta.dirname, '../tools/third-procedure.yaml'), 'utf8');
  await after(() => writeFile(join(directory, 'procedures', 'third.yaml'), guide));
  await close();
  await edit(directory, 'clinic.yaml', named('Late'));
  expect(heard).toHaveLength(1);
});
