import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  InteractionResponseType,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import { createSay, type Knowledge } from '#core';
import { answer, type Kit } from './answer.ts';
import { COMMANDS, OPTIONS } from './commands.ts';
import { toWords } from './markdown.ts';
import { renderLine } from './render.ts';
import { hiddenLine } from './send.ts';
import { english } from './strings.ts';
import { createSuggest, toInput, toTopic } from './suggest.ts';

/** A slash command. It remembers nothing. */
export async function receiveCommand(kit: Kit, command: ChatInputCommandInteraction): Promise<void> {
  const { knowledge } = kit.current();
  const option = (name: string) => toWords(command.options.get(name)?.value?.toString() ?? '');
  if (command.commandName === COMMANDS.privacy) return kit.send.respond(command, hiddenLine(privacyLine(knowledge)));
  if (command.commandName === COMMANDS.compare) {
    const text = `compare ${toTopic(option(OPTIONS.topic))}`.trim();
    return answer(kit, command, { input: { text }, key: null, procedure: null });
  }
  const given = option(OPTIONS.procedure);
  const procedure = knowledge.guides.has(given) ? given : null;
  const input = toInput(option(OPTIONS.question), procedure, knowledge);
  return answer(kit, command, { input, key: null, procedure });
}

/** "Ask the FAQ about this" on a message: its words are in the interaction, so no history is read. */
export async function receiveMenu(kit: Kit, menu: MessageContextMenuCommandInteraction): Promise<void> {
  const input = { text: toWords(menu.targetMessage.content) };
  return answer(kit, menu, { input, key: null, procedure: null });
}

/** Suggestions for what is being typed. It cannot be put off, and never fails: without suggestions people still type freely. */
export function createReceiveTyping(kit: Kit) {
  const made = new WeakMap<Knowledge, ReturnType<typeof createSuggest>>();
  return async (typing: AutocompleteInteraction): Promise<void> => {
    const assistant = kit.current();
    const suggest = made.get(assistant.knowledge) ?? createSuggest(assistant, kit.now);
    made.set(assistant.knowledge, suggest);
    const among = typing.commandName === COMMANDS.compare ? 'topics' : 'all';
    const choices = kit.stopping() ? [] : suggest(typedIn(typing), among);
    await kit.send.respond(typing, {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices },
    });
  };
}

function typedIn(typing: AutocompleteInteraction): string {
  const { type, value } = typing.options.getFocused(true);
  return type === ApplicationCommandOptionType.String ? value : '';
}

function privacyLine(knowledge: Knowledge) {
  return renderLine([...english.privacy, createSay(knowledge)('help-privacy')].join('\n'));
}
