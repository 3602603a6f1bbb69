import { existsSync, globSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonSchemas, requiredCautions } from '#core';
import { KNOWLEDGE, shippedAssistant } from '../support.ts';

describe('the shipped knowledge', () => {
  it('holds exactly the facts that reviews refer to', async () => {
    const { knowledge } = await shippedAssistant();
    const ids = (await readFile(join(import.meta.dirname, 'fact-ids.txt'), 'utf8')).trim().split('\n');
    expect([...knowledge.facts.keys()].sort()).toEqual(ids.sort());
  });

  it('never says "avoid blood thinners" without "told"', async () => {
    const { knowledge } = await shippedAssistant();
    const { text } = [...knowledge.facts.values()].find((fact) => fact.point === 'blood-thinners') ?? { text: '' };
    expect(text).toMatch(/told|directed/u);
  });

  it('is frozen to the last fact', async () => {
    const { knowledge } = await shippedAssistant();
    const [fact] = knowledge.facts.values();
    expect(() => Object.assign(fact ?? {}, { text: 'changed' })).toThrow(TypeError);
  });

  it('binds the cautions of the clinical review', async () => {
    const { knowledge } = await shippedAssistant();
    const id = [...knowledge.facts.keys()].find((fact) => fact.endsWith('/preparation/medications')) ?? '';
    expect(requiredCautions(knowledge, id)).toContain('blood-thinners');
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

it('names in the first line of each file the schema that completes it', () => {
  const files = globSync('**/*.yaml', { cwd: KNOWLEDGE });
  const named = files.filter((file) => {
    const [, schema = ''] =
      /^# yaml-language-server: \$schema=(\S+)\n/u.exec(readFileSync(join(KNOWLEDGE, file), 'utf8')) ?? [];
    return schema !== '' && existsSync(join(KNOWLEDGE, dirname(file), schema));
  });
  expect(named).toEqual(files);
});
