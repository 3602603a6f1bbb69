import type { Fault } from './faults.ts';
import type { Knowledge } from './knowledge.ts';
import type { Cautions } from './schema.ts';
import type { Sources } from './sources.ts';

/** Guides: each id once, every topic known, and no fact without the cautions that must stand beside it. */
export function guideFaults(sources: Sources): Fault[] {
  return [...idFaults(sources), ...topicFaults(sources), ...cautionFaults(sources)];
}

/** Names of the cautions that cautions.yaml requires on a fact. */
export function requiredCautions({ cautions }: Pick<Knowledge, 'cautions'>, factId: string): string[] {
  const parts = factId.split('/');
  const fits = (pattern: string) => pattern.split('/').every((part, index) => part === '*' || part === parts[index]);
  return [...cautions].filter(([, caution]) => caution.required_on.some(fits)).map(([name]) => name);
}

function idFaults({ procedures }: Sources): Fault[] {
  const seen = new Map<string, string>();
  return procedures.flatMap(({ value, file, faultAt }) => {
    if (value === null) return [];
    const other = seen.get(value.id);
    seen.set(value.id, file);
    if (other === undefined) return [];
    return [faultAt(['id'], `guide "${value.id}" is also in ${other}`, 'give one of them another id')];
  });
}

function topicFaults({ procedures, questions }: Sources): Fault[] {
  if (questions.some(({ value }) => value === null)) return [];
  const known = new Set(questions.map(({ value }) => value?.topic));
  return procedures.flatMap(({ value, faultAt }) =>
    Object.keys(value?.topics ?? {})
      .filter((topic) => !known.has(topic))
      .map((topic) =>
        faultAt(
          ['topics', topic],
          `topic "${topic}" has no file in questions/`,
          'add one, or use the name of a topic that has',
        ),
      ),
  );
}

function cautionFaults({ procedures, files }: Sources): Fault[] {
  if (files.cautions.value === null) return [];
  const cautions = new Map<string, Cautions[string]>(Object.entries(files.cautions.value));
  return procedures.flatMap(({ value, faultAt }) =>
    Object.entries(value?.topics ?? {}).flatMap(([topic, { facts }]) =>
      Object.entries(facts).flatMap(([point, fact]) => {
        const id = `${value?.id}/${topic}/${point}`;
        const at = (what: string, mend: string) => faultAt(['topics', topic, 'facts', point], what, mend);
        return [
          ...fact.cautions
            .filter((name) => !cautions.has(name))
            .map((name) =>
              at(`${id} names caution "${name}", which cautions.yaml lacks`, 'add it there or correct the name'),
            ),
          ...requiredCautions({ cautions }, id)
            .filter((name) => !fact.cautions.includes(name))
            .map((name) =>
              at(`${id} must never be shown without caution "${name}"`, 'add it to the cautions of this fact'),
            ),
        ];
      }),
    ),
  );
}
