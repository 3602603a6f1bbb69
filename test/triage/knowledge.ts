import { readSource, type Source } from '../../src/knowledge/read.ts';
import { alarmsSchema, redFlagsSchema } from '../../src/knowledge/red-flags-schema.ts';
import { clinicSchema } from '../../src/knowledge/schema.ts';

/** The files that the room ships with, read once for all of its tests. */
export const redFlags = required(await readSource('knowledge/red-flags.yaml', redFlagsSchema));
export const alarms = required(await readSource('knowledge/alarms.yaml', alarmsSchema));
export const clinic = required(await readSource('knowledge/clinic.yaml', clinicSchema));

function required<T>(source: Source<T>): T {
  if (source.value === null) throw new Error(source.faults.map((fault) => `${fault.line}: ${fault.what}`).join('\n'));
  return source.value;
}
