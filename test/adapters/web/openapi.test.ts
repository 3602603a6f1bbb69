import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openapi } from '../../../adapters/web/openapi.ts';

it('is the document in docs/openapi.json', async () => {
  const written = await readFile(join(import.meta.dirname, '../../../docs/openapi.json'), 'utf8');
  expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(openapi)));
});
