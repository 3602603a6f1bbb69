import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Knowledge } from '#core';
import { shorten } from './render.ts';
import { commandStrings, commandStringsEs } from './strings.ts';

/** Names as people type and Discord sends them. */
export const COMMANDS = {
  faq: 'faq',
  compare: 'faq-compare',
  privacy: 'privacy',
  about: commandStrings.about,
} as const;
export const OPTIONS = { question: 'question', procedure: 'procedure', topic: 'topic' } as const;

/** Choices of an option, and characters of a choice's name, that Discord takes. */
const MOST_CHOICES = 25;
const LONGEST_NAME = 100;

export type Commands = RESTPutAPIApplicationCommandsJSONBody;

/** In servers, direct messages and groups, whether a server or a person installed the bot. */
const EVERYWHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** Knowledge -> the commands as they are registered; its guides are choices of an option. */
export function commandsFor({ guides }: Knowledge): Commands {
  const choices = [...guides.values()]
    .slice(0, MOST_CHOICES)
    .map(({ id, name }) => ({ name: shorten(name, LONGEST_NAME), value: id }));
  const text = { type: ApplicationCommandOptionType.String } as const;
  return [
    {
      ...EVERYWHERE,
      type: ApplicationCommandType.ChatInput,
      name: COMMANDS.faq,
      ...describe('faq'),
      options: [
        { ...text, name: OPTIONS.question, ...describe('question'), required: true, autocomplete: true },
        { ...text, name: OPTIONS.procedure, ...describe('procedure'), choices },
      ],
    },
    {
      ...EVERYWHERE,
      type: ApplicationCommandType.ChatInput,
      name: COMMANDS.compare,
      ...describe('compare'),
      options: [{ ...text, name: OPTIONS.topic, ...describe('topic'), autocomplete: true }],
    },
    { ...EVERYWHERE, type: ApplicationCommandType.ChatInput, name: COMMANDS.privacy, ...describe('privacy') },
    {
      ...EVERYWHERE,
      type: ApplicationCommandType.Message,
      name: COMMANDS.about,
      name_localizations: inSpanish(commandStringsEs.about),
    },
  ];
}

function describe(key: keyof typeof commandStrings) {
  return { description: commandStrings[key], description_localizations: inSpanish(commandStringsEs[key]) };
}

function inSpanish(text: string) {
  return { 'es-ES': text, 'es-419': text };
}
