import { ComponentType, MessageFlags } from 'discord.js';

/** Anything that came as JSON. */
export type Json = Record<string, unknown>;

/** Discord's limits, from its reference of messages, components and commands; a breach loses the whole message. */
const MESSAGE_KEYS = [
  'content',
  'flags',
  'components',
  'allowed_mentions',
  'embeds',
  'tts',
  'message_reference',
  'nonce',
  'enforce_nonce',
];
const TOP_LEVEL_V2 = [
  ComponentType.ActionRow,
  ComponentType.TextDisplay,
  ComponentType.Section,
  ComponentType.Separator,
  ComponentType.Container,
];
const IN_CONTAINER = [
  ComponentType.ActionRow,
  ComponentType.TextDisplay,
  ComponentType.Section,
  ComponentType.Separator,
];

export const isV2 = (body: Json) => (Number(body.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
export const listOf = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

/** What Discord would refuse about a message, in words; empty where it would take it. */
export function breaches(body: Json, flags: readonly MessageFlags[]): string[] {
  const found: string[] = [];
  const fail = (condition: boolean, words: string) => condition && found.push(words);
  const components = listOf(body.components);
  const all = flatten(components);
  const texts = all.filter(({ type }) => type === ComponentType.TextDisplay);
  const allowed = flags.reduce((sum, flag) => sum | flag, 0);

  for (const key of Object.keys(body)) fail(!MESSAGE_KEYS.includes(key), `${key}: unknown`);
  fail((Number(body.flags ?? 0) & ~allowed) !== 0, `flags: ${body.flags} not allowed here`);
  fail(!JSON.stringify(body).isWellFormed() || /\\ud[89a-f]/iu.test(JSON.stringify(body)), 'no well-formed Unicode');
  fail(String(body.nonce ?? '').length > 25, 'nonce: longer than 25');
  fail(listOf((body.allowed_mentions as Json | undefined)?.parse).length > 0, 'allowed_mentions: pings');
  if (isV2(body)) {
    fail(Boolean(body.content) || listOf(body.embeds).length > 0, 'content or embeds beside components V2');
    fail(all.length === 0 || all.length > 40, `components: ${all.length}`);
    fail(
      components.some(({ type }) => !TOP_LEVEL_V2.includes(type as ComponentType)),
      'components: not at the top',
    );
    const length = texts.reduce((sum, { content }) => sum + String(content).length, 0);
    fail(length > 4000, `components: ${length} characters of text`);
  } else {
    fail(String(body.content ?? '').length > 2000, `content: ${String(body.content).length} characters`);
    fail(components.length > 5, 'components: more than 5 rows');
    fail(
      components.some(({ type }) => type !== ComponentType.ActionRow),
      'components: V2 without its flag',
    );
    fail(!body.content && listOf(body.embeds).length === 0 && components.length === 0, 'empty message');
  }
  for (const { content } of texts) fail(String(content).trim().length === 0, 'text display: empty');
  for (const component of all) found.push(...inComponent(component));
  const ids = all.flatMap(({ custom_id: id }) => (id === undefined ? [] : [id]));
  fail(new Set(ids).size !== ids.length, `custom_id: not unique, ${ids.join(' ')}`);
  return found;
}

function flatten(components: readonly Json[]): Json[] {
  return components.flatMap((component) => [component, ...flatten(listOf(component.components))]);
}

function inComponent(component: Json): string[] {
  const children = listOf(component.components);
  const kinds = children.map(({ type }) => type);
  switch (component.type) {
    case ComponentType.ActionRow: {
      const buttons = kinds.every((kind) => kind === ComponentType.Button) && kinds.length >= 1 && kinds.length <= 5;
      return buttons || (kinds.length === 1 && kinds[0] === ComponentType.StringSelect) ? [] : [`row: ${kinds}`];
    }
    case ComponentType.Container:
      return kinds.length > 0 && kinds.every((kind) => IN_CONTAINER.includes(kind as ComponentType))
        ? []
        : ['container'];
    case ComponentType.Button:
      return [...within('label', component.label, 80), ...within('custom_id', component.custom_id, 100)];
    case ComponentType.StringSelect: {
      const options = listOf(component.options);
      const values = new Set(options.map(({ value }) => value));
      return [
        ...within('custom_id', component.custom_id, 100),
        ...within('placeholder', component.placeholder ?? '-', 150),
        ...(options.length < 1 || options.length > 25 ? [`select: ${options.length} options`] : []),
        ...(values.size === options.length ? [] : ['select: values not unique']),
        ...options.flatMap(({ label, value }) => [...within('option', label, 100), ...within('value', value, 100)]),
      ];
    }
    default:
      return [];
  }
}

function within(name: string, value: unknown, most: number): string[] {
  return typeof value === 'string' && value.trim() !== '' && value.length <= most
    ? []
    : [`${name}: ${JSON.stringify(value)}`];
}

/** The same for the list under what is being typed. */
export function breachesOfSuggestions(data: Json): string[] {
  const choices = listOf(data.choices);
  return [
    ...(choices.length > 25 ? [`choices: ${choices.length}`] : []),
    ...choices.flatMap(({ name, value }) => [...within('name', name, 100), ...within('value', value, 100)]),
  ];
}

/** The same for a list of commands. */
export function breachesOfCommands(commands: readonly Json[]): string[] {
  const found: string[] = [];
  const fail = (condition: boolean, words: string) => condition && found.push(words);
  fail(new Set(commands.map(({ type = 1, name }) => `${type} ${name}`)).size !== commands.length, 'names not unique');
  for (const command of commands) {
    const { name, type = 1, description = '' } = command;
    const options = listOf(command.options);
    const label = `${name}`;
    fail(type === 1 && !/^[-_\p{Ll}\p{N}]{1,32}$/u.test(label), `${label}: name`);
    fail(
      type !== 1 && (label.length < 1 || label.length > 32 || description !== '' || options.length > 0),
      `${label}: menu`,
    );
    if (type === 1) found.push(...within(`${label}: description`, description, 100));
    fail('dm_permission' in command, `${label}: dm_permission is deprecated`);
    fail(options.length > 25, `${label}: options`);
    const firstOptional = options.findIndex(({ required }) => !required);
    fail(
      firstOptional >= 0 && options.slice(firstOptional).some(({ required }) => required),
      `${label}: required last`,
    );
    fail(JSON.stringify(command).length > 8000, `${label}: longer than 8,000 characters`);
    for (const part of [command, ...options])
      for (const [key, most] of [
        ['name_localizations', 32],
        ['description_localizations', 100],
      ] as const)
        for (const [locale, text] of Object.entries((part[key] as Json | undefined) ?? {}))
          found.push(
            ...within(`${label}: ${key} ${locale}`, text, most),
            ...(/^(?:es-ES|es-419|fr|de)$/u.test(locale) ? [] : [locale]),
          );
    for (const option of options) {
      const choices = listOf(option.choices);
      fail(!/^[-_\p{Ll}\p{N}]{1,32}$/u.test(String(option.name)), `${label}: option ${option.name}`);
      found.push(...within(`${label}: ${option.name}`, option.description, 100));
      fail(choices.length > 25 || (choices.length > 0 && option.autocomplete === true), `${label}: choices`);
      for (const choice of choices)
        found.push(...within('choice', choice.name, 100), ...within('value', choice.value, 100));
    }
  }
  return found;
}
