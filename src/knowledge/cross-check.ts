import type { Fault } from './faults.ts';
import type { Knowledge } from './knowledge.ts';
import type { Sources } from './load.ts';
import { wordFaults } from './word-check.ts';

/** Faults between files: names that lead nowhere, ids used twice, cautions that are missing. Any of them stops the start. */
export function crossCheck(knowledge: Knowledge, sources: Sources): Fault[] {
  return [
    ...guideFaults(sources),
    ...cautionFaults(knowledge, sources),
    ...questionFaults(knowledge, sources),
    ...gapFaults(knowledge, sources),
    ...compareFaults(knowledge, sources),
    ...wordFaults(knowledge, sources),
  ];
}

function guideFaults(sources: Sources): Fault[] {
  const seen = new Map<string, string>();
  return sources.procedures.flatMap((source) => {
    const id = source.value?.id ?? '';
    const other = seen.get(id);
    seen.set(id, source.file);
    if (other === undefined) return [];
    return [
      {
        file: source.file,
        line: source.lineOf(['id']),
        what: `guide "${id}" is also defined in ${other}`,
        mend: 'give one of them another id',
      },
    ];
  });
}

function cautionFaults(knowledge: Knowledge, sources: Sources): Fault[] {
  const faults: Fault[] = [];
  for (const source of sources.procedures) {
    for (const [topic, { facts }] of Object.entries(source.value?.topics ?? {})) {
      for (const [point, fact] of Object.entries(facts)) {
        const line = source.lineOf(['topics', topic, 'facts', point]);
        const id = `${source.value?.id}/${topic}/${point}`;
        for (const caution of fact.cautions.filter((name) => !knowledge.cautions.has(name))) {
          faults.push({
            file: source.file,
            line,
            what: `${id} names caution "${caution}", which cautions.yaml lacks`,
            mend: 'add it there or correct the name',
          });
        }
        for (const caution of requiredCautions(knowledge, id).filter((name) => !fact.cautions.includes(name))) {
          faults.push({
            file: source.file,
            line,
            what: `${id} must never be shown without caution "${caution}"`,
            mend: 'add it to the cautions of this fact',
          });
        }
      }
    }
  }
  return faults;
}

/** Names of the cautions that cautions.yaml requires on a fact. */
export function requiredCautions(knowledge: Knowledge, factId: string): string[] {
  const parts = factId.split('/');
  const fits = (pattern: string) => pattern.split('/').every((part, index) => part === '*' || part === parts[index]);
  return [...knowledge.cautions].filter(([, caution]) => caution.required_on.some(fits)).map(([name]) => name);
}

function questionFaults(knowledge: Knowledge, sources: Sources): Fault[] {
  const spots = new Set([...knowledge.guides.values()].flatMap((guide) => [...guide.facts.keys()]));
  const topics = new Map<string, string>();
  return sources.questions.flatMap((source) => {
    const faults: Fault[] = [];
    const topic = source.value?.topic ?? '';
    const other = topics.get(topic);
    topics.set(topic, source.file);
    if (other !== undefined)
      faults.push({
        file: source.file,
        line: source.lineOf(['topic']),
        what: `topic "${topic}" is also in ${other}`,
        mend: 'merge the two files',
      });
    for (const [slug, question] of Object.entries(source.value?.questions ?? {})) {
      const line = source.lineOf(['questions', slug]);
      if (slug === 'whole')
        faults.push({ file: source.file, line, what: 'the name "whole" is taken', mend: 'choose another' });
      for (const spot of [...question.answer, ...question.also].filter((name) => !spots.has(name))) {
        faults.push({
          file: source.file,
          line,
          what: `${topic}/${slug} answers with "${spot}", which no guide has`,
          mend: 'correct the name or add the fact',
        });
      }
    }
    return faults;
  });
}

function gapFaults(knowledge: Knowledge, sources: Sources): Fault[] {
  const source = sources.files.gaps;
  const spots = new Set([...knowledge.guides.values()].flatMap((guide) => [...guide.facts.keys()]));
  return [...knowledge.gaps].flatMap(([name, gap]) => {
    const line = source.lineOf([name]);
    const near = gap.near.filter((spot) => !spots.has(spot));
    const cautions = gap.cautions.filter((caution) => !knowledge.cautions.has(caution));
    return [
      ...near.map((spot) => ({
        file: source.file,
        line,
        what: `gap "${name}" is near "${spot}", which no guide has`,
        mend: 'correct the name',
      })),
      ...cautions.map((caution) => ({
        file: source.file,
        line,
        what: `gap "${name}" names caution "${caution}", which cautions.yaml lacks`,
        mend: 'add it there or correct the name',
      })),
    ];
  });
}

function compareFaults(knowledge: Knowledge, sources: Sources): Fault[] {
  const source = sources.files.compare;
  const seen = new Set<string>();
  return knowledge.compare.flatMap((relation, index) => {
    const line = source.lineOf([index]);
    const fault = (what: string, mend: string) => ({ file: source.file, line, what, mend });
    const faults = relation.facts
      .filter((id) => !knowledge.facts.has(id))
      .map((id) => fault(`"${id}" is no fact`, 'correct the id'));
    for (const id of relation.facts) {
      if (seen.has(id)) faults.push(fault(`"${id}" is compared twice`, 'remove one'));
      seen.add(id);
    }
    const texts = new Set(relation.facts.map((id) => knowledge.facts.get(id)?.text));
    if (relation.relation === 'same' && texts.size > 1)
      faults.push(
        fault('facts marked "same" have different words', 'use the same text in both guides or mark them "different"'),
      );
    if (relation.relation !== 'only-here' && relation.facts.length < 2)
      faults.push(fault(`"${relation.relation}" needs two facts`, 'add the other or mark it "only-here"'));
    return faults;
  });
}
