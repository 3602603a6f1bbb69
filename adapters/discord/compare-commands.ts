import { isDeepStrictEqual } from 'node:util';
import { type APIApplicationCommand, ApplicationCommandType } from 'discord.js';
import type { Commands } from './commands.ts';

/** What is compared, of commands, options and choices: Discord adds ids, versions and defaults of its own. */
const COMPARED = [
  'description',
  'description_localizations',
  'name_localizations',
  'type',
  'required',
  'autocomplete',
  'options',
  'choices',
  'contexts',
  'integration_types',
  'name',
  'value',
] as const;

/** What registering would change, one line each; empty where nothing would. */
export function compareCommands(there: readonly APIApplicationCommand[], wanted: Commands): string[] {
  const known = new Map(there.map((command) => [keyOf(command), command]));
  const names = new Set(wanted.map(keyOf));
  return [
    ...wanted.flatMap((command) => {
      const old = known.get(keyOf(command));
      if (old === undefined) return [`+ ${command.name}`];
      const differ = COMPARED.filter((field) => !isDeepStrictEqual(setIn(old, field), setIn(command, field)));
      return differ.length === 0 ? [] : [`~ ${command.name}: ${differ.join(', ')}`];
    }),
    ...there.filter((command) => !names.has(keyOf(command))).map(({ name }) => `- ${name}`),
  ];
}

/** Names are unique among the commands of one type. */
function keyOf({ name, type = ApplicationCommandType.ChatInput }: APIApplicationCommand | Commands[number]): string {
  return `${type} ${name}`;
}

/** Undefined for whatever means "not set": nothing, null, false, an empty text or list. Numbers come in any order. */
function setIn(part: object, field: string): unknown {
  const value: unknown = Reflect.get(part, field);
  if (!Array.isArray(value)) return value || undefined;
  if (value.length === 0) return undefined;
  return value.every((item) => typeof item === 'number')
    ? value.toSorted((a, b) => a - b)
    : value.map((item: object) => COMPARED.map((name) => setIn(item, name)));
}
