import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toLine } from '#core';
import { copyOfKnowledge } from '../support.ts';
import { edit, faultsOf } from './edit.ts';

type Edit = readonly [what: string, file: string, change: (text: string) => string, expected: RegExp];

/** Each makes a file unreadable by itself. */
const OWN_FAULTS: readonly Edit[] = [
  ['broken YAML', 'help.yaml', (text) => `${text}\n  - [`, /help\.yaml:\d+: .*mend the YAML/u],
  ['a name twice', 'alarms.yaml', (text) => `${text}\nkinds: {}\n`, /alarms\.yaml:\d+: .*remove one of the two/u],
  [
    'a missing value',
    'clinic.yaml',
    (text) => text.replace(/^address:.*$/mu, ''),
    /clinic\.yaml:\d+: address is missing; add it/u,
  ],
  [
    'an empty emergency number',
    'clinic.yaml',
    (text) => text.replace(/^emergency_number:.*$/mu, 'emergency_number: ""'),
    /clinic\.yaml:\d+: emergency_number: must not be empty/u,
  ],
  [
    'a number without a digit',
    'clinic.yaml',
    (text) => text.replace(/^billing_phone:.*$/mu, 'billing_phone: ask us'),
    /billing_phone: holds no digit/u,
  ],
  [
    'a number that YAML does not take for text',
    'clinic.yaml',
    (text) => text.replace(/^crisis_line:.*$/mu, 'crisis_line: 988'),
    /crisis_line should be text and is a number; put it in quotes/u,
  ],
  [
    'each unknown name',
    'clinic.yaml',
    (text) => `${text}\nfax: "1"\npager: "2"\n`,
    /fax is no known name.*\n.*pager is no known name/u,
  ],
  [
    'a name that is no slug',
    'gaps.yaml',
    (text) => `${text}\nBad Name:\n  asks: x\n  route: clinic\n  wordings: []\n`,
    /gaps\.yaml:\d+: Bad Name is not a slug/u,
  ],
  [
    'an unknown review state',
    'procedures/20957.yaml',
    (text) => text.replace('state: unreviewed', 'state: fine'),
    /20957\.yaml:\d+: topics\..*review\.state: Invalid option/u,
  ],
  [
    'a reply that is missing',
    'replies.yaml',
    (text) => text.replace(/^error:.*$/mu, ''),
    /replies\.yaml:\d+: error is missing/u,
  ],
  ['a reply that nothing says', 'replies.yaml', (text) => `${text}\nextra: x\n`, /extra is no known name/u],
  [
    'a filling where nothing is filled in',
    'cautions.yaml',
    (text) => text.replace('text: >-\n', 'text: >-\n    Call {phone}.\n'),
    /cautions\.yaml:\d+: .*must not hold \{/u,
  ],
];

/** Each is sound by itself, and does not fit the other files. */
const CROSS_FAULTS: readonly Edit[] = [
  [
    'an unknown caution',
    'procedures/20962.yaml',
    (text) => text.replace('cautions: [', 'cautions: [no-such, '),
    /20962\.yaml:\d+: .*names caution "no-such"/u,
  ],
  [
    'a required caution that is taken off a fact',
    'procedures/20957.yaml',
    (text) => text.replace(/cautions: \[blood-thinners[^\]]*\]/u, 'cautions: []'),
    /20957\.yaml:\d+: .*never be shown without caution "blood-thinners"/u,
  ],
  [
    'a name of a guide that means nothing',
    'procedures/20962.yaml',
    (text) => text.replace('- [facet]', '- [facet]\n  - [si-jont]'),
    /20962\.yaml:\d+: "si-jont" in named_by means nothing/u,
  ],
  [
    'a question without a fact',
    'questions/recovery.yaml',
    (text) => text.replace('answer: [recovery/rest]', 'answer: [recovery/rests]'),
    /recovery\.yaml:\d+: .*"recovery\/rests", which no guide has/u,
  ],
  [
    'a topic that no guide has',
    'questions/tests.yaml',
    (text) => text.replace('topic: tests', 'topic: testing'),
    /tests\.yaml:2: no guide has the topic "testing"/u,
  ],
  [
    'an alias of two topics',
    'questions/cost.yaml',
    (text) => text.replace('aliases: [', 'aliases: [recovery, '),
    /"recovery" also names topic|names topic "cost"/u,
  ],
  [
    'facts called the same that differ',
    'compare.yaml',
    (text) => text.replace('relation: different', 'relation: same'),
    /compare\.yaml:\d+: facts marked "same" have different words/u,
  ],
  [
    'a gap near nothing',
    'gaps.yaml',
    (text) => text.replace(/near: \[/u, 'near: [no/where, '),
    /gaps\.yaml:\d+: .*near "no\/where"/u,
  ],
  [
    'a gap with a caution that is not there',
    'gaps.yaml',
    (text) => text.replace(/cautions: \[/u, 'cautions: [no-caution, '),
    /gaps\.yaml:\d+: .*names caution "no-caution"/u,
  ],
  [
    'a gap that is named like a help entry',
    'gaps.yaml',
    (text) => `${text}\ngreeting:\n  asks: x\n  route: clinic\n  wordings: []\n`,
    /help\.yaml:\d+: "greeting" is also a gap/u,
  ],
  [
    'a phrase under two concepts',
    'lexicon.yaml',
    (text) => text.replace('  ice: [', '  ice: [heating pad, '),
    /lexicon\.yaml:\d+: "heating pad" is in concept "(?:ice|heat)" and in concept/u,
  ],
  [
    'a phrase in a concept and in outside.yaml',
    'outside.yaml',
    (text) => text.replace(/words:\s+\[/u, 'words: [ice pack, '),
    /outside\.yaml:\d+: "ice pack" is in concept "ice" and in group/u,
  ],
  [
    'a reply that nothing fills in',
    'replies.yaml',
    (text) => text.replace('{phone}', '{telephone}'),
    /replies\.yaml:\d+: "[a-z-]+" has \{telephone\}/u,
  ],
  [
    'a reply with what only another may hold',
    'replies.yaml',
    (text) => text.replace('greeting: Hello.', 'greeting: Hello {name}.'),
    /replies\.yaml:\d+: "greeting" has \{name\}/u,
  ],
  [
    'an alarm that nothing fills in',
    'alarms.yaml',
    (text) => text.replace('patient: Call {emergency} now.', 'patient: Call {911} now.'),
    /alarms\.yaml:\d+: a line has \{911\}/u,
  ],
  [
    'words for an alarm that no rule raises',
    'alarms.yaml',
    (text) => text.replace('\n  severe-pain:', '\n  severe-pains:'),
    /no rule of red-flags\.yaml raises "severe-pains"/u,
  ],
  [
    'a filter that spares nothing',
    'red-flags.yaml',
    (text) => text.replace('spares: [wish-to-die', 'spares: [wish-to-dye'),
    /red-flags\.yaml:\d+: .*names "wish-to-dye"/u,
  ],
];

/** Lines of all faults of a knowledge with these edits. */
async function spoil(edits: readonly Edit[]): Promise<string> {
  const directory = await copyOfKnowledge();
  for (const [, file, change] of edits) await edit(directory, file, change);
  return (await faultsOf(directory)).map(toLine).join('\n');
}

/** The others' edits are there too: faults must not hide one another. */
describe.for([
  ['by themselves', OWN_FAULTS],
  ['between files', CROSS_FAULTS],
] as const)('files that are faulty %s', ([, edits]) => {
  let lines: Promise<string> | undefined;
  it.for(edits)('are refused for %s', async ([, , , expected]) => {
    lines ??= spoil(edits);
    expect(await lines).toMatch(expected);
  });
});

describe('a knowledge', () => {
  it('is checked between its sound files even where another is faulty', async () => {
    const directory = await copyOfKnowledge();
    await edit(directory, 'replies.yaml', (text) => `${text}\n]`);
    await edit(directory, 'questions/recovery.yaml', (text) =>
      text.replace('answer: [recovery/rest]', 'answer: [x/y]'),
    );
    const faults = await faultsOf(directory);
    expect(new Set(faults.map(({ file }) => basename(file)))).toEqual(new Set(['replies.yaml', 'recovery.yaml']));
  });

  it('that lacks a guide for the moment is not said to lack its facts too', async () => {
    const directory = await copyOfKnowledge();
    await edit(directory, 'procedures/20957.yaml', (text) => text.replace('state: unreviewed', 'state: fine'));
    expect(await faultsOf(directory)).toHaveLength(1);
  });

  it('points at the very line', async () => {
    const directory = await copyOfKnowledge();
    await edit(directory, 'procedures/20957.yaml', (text) => text.replace('state: unreviewed', 'state: fine'));
    const [fault] = await faultsOf(directory);
    const lines = (await readFile(join(directory, 'procedures/20957.yaml'), 'utf8')).split('\n');
    expect(lines[(fault?.line ?? 0) - 1]).toContain('state: fine');
  });

  it('passes no file over in silence, save hidden ones', async () => {
    const directory = await copyOfKnowledge();
    await writeFile(join(directory, 'procedures', 'new.yml'), 'x');
    await writeFile(join(directory, 'more-gaps.yaml'), 'x');
    await writeFile(join(directory, 'questions', '.#recovery.yaml'), 'x');
    await rm(join(directory, 'red-flags.yaml'));
    const lines = (await faultsOf(directory)).map(toLine);
    expect(lines.map((line) => line.replace(`${directory}/`, ''))).toEqual([
      'more-gaps.yaml: is read by nothing; correct its name, or move it elsewhere',
      'procedures/new.yml: ends in .yml; rename it to end in .yaml',
      'red-flags.yaml: cannot be read; put the file there, or check its name and permissions',
    ]);
  });

  it('that is not there at all says so for every file and folder', async () => {
    expect(await faultsOf('no/such/directory')).toHaveLength(12);
  });
});
