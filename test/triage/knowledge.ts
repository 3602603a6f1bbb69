import { readSource, type Source } from '../../src/knowledge/read.ts';
import { alarmsSchema, redFlagsSchema } from '../../src/knowledge/red-flags-schema.ts';
import { clinicSchema } from '../../src/knowledge/schema.ts';

/** The files that the room ships with, read once for all of its tests. */
export const redFlags = valueOf(await readSource('knowledge/red-flags.yaml', redFlagsSchema));
export const alarms = valueOf(await readSource('knowledge/alarms.yaml', alarmsSchema));
export const clinic = valueOf(await readSource('knowledge/clinic.yaml', clinicSchema));

function valueOf<T>(source: Source<T>): T {
  if (source.value === null) throw new Error(source.faults.map((fault) => `${fault.line}: ${fault.what}`).join('\n'));
  return source.value;
}
