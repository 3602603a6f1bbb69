import type { Fault } from './faults.ts';
import type { Sources } from './sources.ts';

/** What can be asked, and pairs of facts: names that lead nowhere, and names that are taken. */
export function entryFaults(sources: Sources): Fault[] {
  const facts = factsOf(sources);
  return [
    ...topicFaults(sources),
    ...helpFaults(sources),
    ...gapCautionFaults(sources),
    ...gapGuideFaults(sources),
    ...(facts === null
      ? []
      : [...questionFaults(sources, facts), ...gapFaults(sources, facts), ...compareFaults(sources, facts)]),
  ];
}

/** Fact id -> its words. */
type Facts = ReadonlyMap<string, string>;

/** Every fact of every guide; null where a guide cannot be read, since names may then lead to what it holds. */
function factsOf({ procedures }: Sources): Facts | null {
  if (procedures.length === 0 || procedures.some(({ value }) => value === null)) return null;
  return new Map(
    procedures.flatMap(({ value }) =>
      Object.entries(value?.topics ?? {}).flatMap(([topic, { facts }]) =>
        Object.entries(facts).map(([point, { text }]) => [`${value?.id}/${topic}/${point}`, text] as const),
      ),
    ),
  );
}

/** `topic/point` of every fact, whichever guide has it. */
function spotsOf(facts: Facts): ReadonlySet<string> {
  return new Set([...facts.keys()].map((id) => id.split('/').slice(1).join('/')));
}

function topicFaults({ questions }: Sources): Fault[] {
  const seen = new Map<string, string>();
  return questions.flatMap(({ value, file, faultAt }) => {
    if (value === null) return [];
    const other = seen.get(value.topic);
    seen.set(value.topic, file);
    return [
      ...(other === undefined
        ? []
        : [faultAt(['topic'], `topic "${value.topic}" is also in ${other}`, 'merge the two files')]),
      ...('whole' in value.questions
        ? [faultAt(['questions', 'whole'], 'the name "whole" stands for the whole topic', 'choose another')]
        : []),
    ];
  });
}

function questionFaults({ questions }: Sources, facts: Facts): Fault[] {
  const spots = spotsOf(facts);
  const topics = new Set([...spots].map((spot) => spot.split('/')[0]));
  return questions.flatMap(({ value, faultAt }) => {
    if (value === null) return [];
    const { topic } = value;
    const asked = Object.entries(value.questions).flatMap(([slug, { answer, also }]) =>
      [...answer, ...also]
        .filter((spot) => !spots.has(spot))
        .map((spot) =>
          faultAt(
            ['questions', slug],
            `${topic}/${slug} answers with "${spot}", which no guide has`,
            'correct the name or add the fact',
          ),
        ),
    );
    if (topics.has(topic)) return asked;
    return [...asked, faultAt(['topic'], `no guide has the topic "${topic}"`, 'correct the name or remove the file')];
  });
}

function gapFaults({ files: { gaps } }: Sources, facts: Facts): Fault[] {
  const spots = spotsOf(facts);
  return Object.entries(gaps.value ?? {}).flatMap(([name, { near }]) =>
    near
      .filter((spot) => !spots.has(spot))
      .map((spot) => gaps.faultAt([name], `gap "${name}" is near "${spot}", which no guide has`, 'correct the name')),
  );
}

function gapCautionFaults({ files: { gaps, cautions } }: Sources): Fault[] {
  const known = cautions.value;
  if (known === null) return [];
  return Object.entries(gaps.value ?? {}).flatMap(([name, gap]) =>
    gap.cautions
      .filter((caution) => !Object.hasOwn(known, caution))
      .map((caution) =>
        gaps.faultAt(
          [name],
          `gap "${name}" names caution "${caution}", which cautions.yaml lacks`,
          'add it there or correct the name',
        ),
      ),
  );
}

function gapGuideFaults({ files: { gaps }, procedures }: Sources): Fault[] {
  const guides = procedures.map(({ value }) => value?.id);
  if (guides.includes(undefined)) return [];
  return Object.entries(gaps.value ?? {}).flatMap(([name, { answer }]) =>
    answer?.guide === undefined || guides.includes(answer.guide)
      ? []
      : [
          gaps.faultAt(
            [name, 'answer', 'guide'],
            `gap "${name}" is answered for "${answer.guide}", which is no guide`,
            'correct it',
          ),
        ],
  );
}

/** A match is known by its name alone, so that help and gaps may share none. */
function helpFaults({ files: { help, gaps } }: Sources): Fault[] {
  return Object.keys(help.value ?? {})
    .filter((name) => Object.hasOwn(gaps.value ?? {}, name))
    .map((name) => help.faultAt([name], `"${name}" is also a gap of gaps.yaml`, 'give one of them another name'));
}

function compareFaults({ files: { compare } }: Sources, facts: Facts): Fault[] {
  const seen = new Set<string>();
  return (compare.value ?? []).flatMap(({ facts: ids, relation, topic }, index) => {
    const at = (what: string, mend: string) => compare.faultAt([index], what, mend);
    const faults: Fault[] = [];
    for (const id of ids) {
      if (!facts.has(id)) faults.push(at(`"${id}" is no fact`, 'correct the id'));
      if (seen.has(id)) faults.push(at(`"${id}" is compared twice`, 'remove one'));
      seen.add(id);
    }
    if (!ids.some((id) => id.split('/')[1] === topic))
      faults.push(at(`none of the facts is of topic "${topic}"`, 'correct the topic'));
    if (relation === 'same' && new Set(ids.map((id) => facts.get(id))).size > 1)
      faults.push(
        at('facts marked "same" have different words', 'use the same text in both guides or mark them "different"'),
      );
    if (relation !== 'only-here' && ids.length < 2)
      faults.push(at(`"${relation}" needs two facts`, 'add the other or mark it "only-here"'));
    return faults;
  });
}
