import type { Fault } from './faults.ts';
import type { AlarmWords, RedFlags } from './red-flags-schema.ts';
import { unfilled } from './reply-check.ts';
import { CLINIC_FILLINGS } from './reply-keys.ts';
import type { Sources } from './sources.ts';

/** What raises an alarm and what is then said: names that lead nowhere, and lines that nothing fills in. */
export function alarmFaults(sources: Sources): Fault[] {
  return [...ruleFaults(sources), ...categoryFaults(sources), ...lineFaults(sources)];
}

function categoriesOf({ rules, combinations }: RedFlags): Set<string> {
  return new Set([...Object.values(rules), ...Object.values(combinations)].map(({ category }) => category));
}

/** A filter, rule or combination that names nothing would be passed over in silence. */
function ruleFaults({ files: { redFlags } }: Sources): Fault[] {
  const { value } = redFlags;
  if (value === null) return [];
  const findings = new Set([...categoriesOf(value), ...Object.keys(value.rules), ...Object.keys(value.signs)]);
  const filters = new Set(Object.keys(value.filters));
  const unknown = (part: string, id: string, names: readonly string[], known: ReadonlySet<string>) =>
    names
      .filter((name) => !known.has(name))
      .map((name) => redFlags.faultAt([part, id], `"${id}" names "${name}", which is not there`, 'correct the name'));
  return [
    ...Object.entries(value.filters).flatMap(([id, { spares, only }]) =>
      unknown('filters', id, [...spares, ...only], findings),
    ),
    ...Object.entries(value.rules).flatMap(([id, { ignores }]) => unknown('rules', id, ignores, filters)),
    ...Object.entries(value.combinations).flatMap(([id, { of }]) => unknown('combinations', id, of.flat(), findings)),
  ];
}

/** Words for a category that no rule raises are a misspelt name; the true one would be said in general words. */
function categoryFaults({ files: { redFlags, alarms } }: Sources): Fault[] {
  if (redFlags.value === null || alarms.value === null) return [];
  const raised = categoriesOf(redFlags.value);
  return Object.keys(alarms.value.categories)
    .filter((name) => !raised.has(name))
    .map((name) =>
      alarms.faultAt(
        ['categories', name],
        `no rule of red-flags.yaml raises "${name}"`,
        'correct the name or remove it',
      ),
    );
}

function lineFaults({ files: { alarms } }: Sources): Fault[] {
  if (alarms.value === null) return [];
  const { kinds, repeats, otherwise, later, question, happening, asking, other_language } = alarms.value;
  const check = (path: readonly (string | number)[], line: string | AlarmWords, own: readonly string[] = []) => {
    const text = typeof line === 'string' ? line : Object.values(line).join(' ');
    return unfilled(text, [...CLINIC_FILLINGS, ...own]).map((name) =>
      alarms.faultAt(
        path,
        `a line has {${name}}, which nothing fills in`,
        'use a filling that the head of the file names',
      ),
    );
  };
  const told = Object.entries({ kinds, repeats }).flatMap(([part, lists]) =>
    Object.entries(lists).flatMap(([kind, lines]) =>
      lines.flatMap((line, index) => check([part, kind, index], line, ['understood', 'watch'])),
    ),
  );
  return [
    ...told,
    ...Object.entries({ later, question, happening, asking }).flatMap(([name, line]) => check([name], line)),
    ...check(['otherwise', 'also'], otherwise.also),
    ...other_language.flatMap((line, index) => check(['other_language', index], line)),
  ];
}
