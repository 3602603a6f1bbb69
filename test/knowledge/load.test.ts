import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Fault, jsonSchemas, KnowledgeError, loadKnowledge, requiredCautions, watchKnowledge } from '#core';
import { copyOfKnowledge, KNOWLEDGE, shippedAssistant } from '../support.ts';

async function edit(directory: string, file: string, change: (text: string) => string): Promise<void> {
  const path = join(directory, file);
  const text = await readFile(path, 'utf8');
  const changed = change(text);
  expect(changed, `the edit of ${file} must change it`).not.toBe(text);
  await writeFile(path, changed);
}

async function faultsOf(directory: string): Promise<readonly Fault[]> {
  const error = await loadKnowledge(directory).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof KnowledgeError)) throw new Error('the knowledge loaded, or failed in another way');
  return error.faults;
}

describe('the shipped knowledge', () => {
  it('holds exactly the facts that reviews refer to', async () => {
    const { knowledge } = await shippedAssistant();
    const ids = (await readFile(join(import.meta.dirname, 'fact-ids.txt'), 'utf8')).trim().split('\n');
    expect([...knowledge.facts.keys()].sort()).toEqual(ids.sort());
  });

  it('says a fact in at most 25 words, and never "avoid blood thinners" without "told"', async () => {
    const { knowledge } = await shippedAssistant();
    const long = [...knowledge.facts.values()].filter((fact) => fact.text.split(/\s+/u).length > 25);
    expect(long.map((fact) => fact.id)).toEqual([]);
    const { text } = [...knowledge.facts.values()].find((fact) => fact.point === 'blood-thinners') ?? { text: '' };
    expect(text).toMatch(/told|directed/u);
  });

  it('is frozen to the last fact', async () => {
    const { knowledge } = await shippedAssistant();
    const [fact] = knowledge.facts.values();
    expect(() => Object.assign(fact ?? {}, { text: 'changed' })).toThrow(TypeError);
  });

  it('gives editors schemas that fit the code', async () => {
    for (const [name, text] of jsonSchemas()) {
      expect(
        await readFile(join(KNOWLEDGE, 'schema', `${name}.json`), 'utf8'),
        `run npm run knowledge:schema (${name})`,
      ).toBe(text);
    }
  });
});

describe('a faulty knowledge', () => {
  it('is refused with every fault of every file at once, each with its line and what to do', async () => {
    const directory = await copyOfKnowledge();
    await edit(directory, 'clinic.yaml', (text) => text.replace(/^phone:.*$/mu, 'phonee: "1"'));
    await edit(directory, 'gaps.yaml', (text) => `${text}\nBad Name:\n  asks: x\n`);
    await edit(directory, 'procedures/20957.yaml', (text) => text.replace('state: unreviewed', 'state: fine'));
    const faults = await faultsOf(directory);
    expect(faults.some(({ file, what }) => file.endsWith('clinic.yaml') && what.includes('phone'))).toBe(true);
    expect(faults.some(({ file }) => file.endsWith('gaps.yaml'))).toBe(true);
    const wrongState = faults.find(({ file }) => file.endsWith('20957.yaml'));
    const lines = (await readFile(join(directory, 'procedures/20957.yaml'), 'utf8')).split('\n');
    expect(lines[(wrongState?.line ?? 0) - 1]).toContain('state: fine');
    for (const { mend } of faults) expect(mend).not.toBe('');
  });

  it.for([
    ['broken YAML', 'help.yaml', (text: string) => `${text}\n  - [`, /help\.yaml/u],
    ['a duplicate key', 'clinic.yaml', (text: string) => `${text}\nname: twice\n`, /unique/u],
    [
      'an unknown caution',
      'procedures/20962.yaml',
      (text: string) => text.replace('cautions: [', 'cautions: [no-such, '),
      /no-such/u,
    ],
    [
      'a question without a fact',
      'questions/recovery.yaml',
      (text: string) => text.replace('answer: [recovery/rest]', 'answer: [recovery/rests]'),
      /recovery\/rests/u,
    ],
    [
      'facts called the same that differ',
      'compare.yaml',
      (text: string) => text.replace('relation: different', 'relation: same'),
      /different words/u,
    ],
    [
      'a reply that nothing fills in',
      'replies.yaml',
      (text: string) => text.replace('{phone}', '{telephone}'),
      /telephone/u,
    ],
    [
      'a reply that is missing',
      'replies.yaml',
      (text: string) => text.replace(/^error:.*$/mu, ''),
      /error"? is missing/u,
    ],
    [
      'a phrase with two meanings',
      'lexicon.yaml',
      (text: string) => text.replace('  ice: [', '  ice: [heating pad, '),
      /heating pad/u,
    ],
    [
      'an empty emergency number',
      'clinic.yaml',
      (text: string) => text.replace(/^emergency_number:.*$/mu, 'emergency_number: ""'),
      /emergency_number/u,
    ],
    [
      'an alias of two topics',
      'questions/cost.yaml',
      (text: string) => text.replace('aliases: [', 'aliases: [recovery, '),
      /"recovery"/u,
    ],
  ] as const)('is refused for %s', async ([, file, change, what]) => {
    const directory = await copyOfKnowledge();
    await edit(directory, file, change);
    const faults = await faultsOf(directory);
    expect(faults.map((fault) => `${fault.file} ${fault.what}`).join('\n')).toMatch(what);
  });

  it('is refused where a required caution is taken off a fact', async () => {
    const directory = await copyOfKnowledge();
    const { knowledge } = await shippedAssistant();
    const id = [...knowledge.facts.keys()].find((fact) => fact.endsWith('/preparation/medications')) ?? '';
    expect(requiredCautions(knowledge, id)).toContain('blood-thinners');
    await edit(directory, `procedures/${id.split('/')[0]}.yaml`, (text) =>
      text.replace(/cautions: \[blood-thinners[^\]]*\]/u, 'cautions: []'),
    );
    expect((await faultsOf(directory)).map((fault) => fault.what).join('\n')).toContain(
      'never be shown without caution "blood-thinners"',
    );
  });

  it('is refused where a file or the directory is missing', async () => {
    const directory = await copyOfKnowledge();
    await rm(join(directory, 'red-flags.yaml'));
    expect((await faultsOf(directory)).map((fault) => fault.file).join()).toContain('red-flags.yaml');
    expect((await faultsOf('no/such/directory')).length).toBeGreaterThan(5);
  });
});

describe('editing while the bot runs', () => {
  it('takes effect, and a faulty edit is reported while the last good knowledge stays', async () => {
    const directory = await copyOfKnowledge();
    const first = await loadKnowledge(directory);
    const events: string[] = [];
    let arrived = () => {};
    const next = () =>
      new Promise<void>((resolve) => {
        arrived = resolve;
      });
    const close = await watchKnowledge(directory, first, {
      onKnowledge: (knowledge) => {
        events.push(knowledge.clinic.name);
        arrived();
      },
      onFaults: (faults) => {
        events.push(`faults ${faults.length}`);
        arrived();
      },
    });
    let event = next();
    await edit(directory, 'clinic.yaml', (text) => text.replace(/^name:.*$/mu, 'name: Another Clinic'));
    await event;
    event = next();
    await edit(directory, 'clinic.yaml', (text) => text.replace(/^phone:.*$/mu, ''));
    await event;
    await close();
    expect(events).toEqual(['Another Clinic', 'faults 1']);
  });
});
