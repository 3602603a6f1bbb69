import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '..');
const EXAMPLE = readFileSync(join(ROOT, '.env.example'), 'utf8');
/** What the file sets once its comments are lifted. */
const SHOWN = parseEnv(EXAMPLE.replace(/^#(?=[A-Z][A-Z0-9_]*=)/gmu, ''));
/** The shared ones first: their default is the one to be shown. */
const FILES = globSync('adapters/*/{settings,state}.ts', { cwd: ROOT }).sort(
  (a, b) => Number(b.includes('/shared/')) - Number(a.includes('/shared/')),
);

const schemas = new Map<string, z.ZodType>();
for (const file of FILES) {
  const exported: Record<string, unknown> = await import(join(ROOT, file));
  for (const schema of Object.values(exported)) {
    if (!(schema instanceof z.ZodObject)) continue;
    for (const [name, setting] of Object.entries(schema.shape))
      if (!schemas.has(name)) schemas.set(name, setting as z.ZodType);
  }
}
const sourcesOf = (pattern: string) =>
  globSync(pattern, { cwd: ROOT }).map((file) => [file, readFileSync(join(ROOT, file), 'utf8')] as const);

describe('.env.example', () => {
  it('shows every setting, and nothing else', () => {
    expect(schemas.size).toBeGreaterThan(10);
    expect(Object.keys(SHOWN).sort()).toEqual([...schemas.keys()].sort());
  });

  it('knows every schema: a setting that is written down or read anywhere is among them', () => {
    const written = sourcesOf('adapters/*/{settings,state}.ts').flatMap(([, text]) =>
      [...text.matchAll(/^\s+([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*):/gmu)].map(([, name = '']) => name),
    );
    const read = sourcesOf('{adapters,tools}/**/*.ts').flatMap(([, text]) =>
      [...text.matchAll(/\benv(?:ironment)?\??\.([A-Z][A-Z0-9_]*)/gu)].map(([, name = '']) => name),
    );
    expect(written).toContain('KNOWLEDGE_DIR');
    const system = ['TERM'];
    expect([...written, ...read].filter((name) => !schemas.has(name) && !system.includes(name))).toEqual([]);
  });

  it.for([...schemas])('shows the default of %s', ([name, schema]) => {
    const byDefault = schema.safeParse(undefined).data;
    const shown = SHOWN[name]?.trim();
    if (shown === '') expect([undefined, []]).toContainEqual(byDefault);
    else expect(schema.parse(shown)).toEqual(byDefault);
  });

  it('sets nothing as it is, so that a copy of it changes nothing', () => {
    expect(parseEnv(EXAMPLE)).toEqual({});
  });
});
