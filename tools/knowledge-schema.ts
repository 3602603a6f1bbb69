/** `npm run knowledge:schema`: writes the JSON schemas that give editors completion, from the zod schemas. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemas } from '#core';

const directory = join(import.meta.dirname, '../knowledge/schema');
await mkdir(directory, { recursive: true });
for (const [name, text] of jsonSchemas()) await writeFile(join(directory, `${name}.json`), text);
console.log(`knowledge/schema: ${jsonSchemas().size} schemas written`);
