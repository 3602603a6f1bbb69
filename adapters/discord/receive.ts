import { type Client, Events, type Interaction, type Message } from 'discord.js';
import { createSay } from '#core';
import { type Asking, type Kit, sorry } from './answer.ts';
import { createReceiveTyping, receiveCommand, receiveMenu } from './receive-command.ts';
import { isForUs, receiveMessage } from './receive-message.ts';
import { receivePress } from './receive-press.ts';
import { type Payload, renderLine } from './render.ts';
import { hiddenLine } from './send.ts';
import { english } from './strings.ts';

/** Hands everything that arrives to its receiver; a stop waits for each, and a failing one ends with the person told. */
export function receive(client: Client<true>, kit: Kit): void {
  const receiveTyping = createReceiveTyping(kit);

  const receiveAsking = (asking: Asking): Promise<void> => {
    if (kit.stopping()) return kit.send.respond(asking, hiddenLine(restartingLine(kit)));
    if (asking.isChatInputCommand()) return receiveCommand(kit, asking);
    return asking.isMessageContextMenuCommand() ? receiveMenu(kit, asking) : receivePress(kit, asking);
  };

  const onInteraction = async (interaction: Interaction): Promise<void> => {
    if (interaction.isAutocomplete()) return receiveTyping(interaction);
    if (!isAsking(interaction)) return;
    try {
      await receiveAsking(interaction);
    } catch (error) {
      report(error);
      await kit.send.fill(interaction, sorry(kit), true);
    }
  };

  const onMessage = async (message: Message): Promise<void> => {
    if (!isForUs(message, client.user.id)) return;
    if (!kit.stopping()) return receiveMessage(kit, message);
    await kit.send.post(message.channelId, [restartingLine(kit)], { id: message.id, asReply: true });
  };

  const report = (error: unknown) => kit.log.error('answer-failed', error, { channel: 'discord' });
  client.on(Events.InteractionCreate, (interaction) => void kit.flight.track(onInteraction(interaction)).catch(report));
  client.on(Events.MessageCreate, (message) => void kit.flight.track(onMessage(message)).catch(report));
}

function isAsking(interaction: Interaction): interaction is Asking {
  return (
    interaction.isChatInputCommand() ||
    interaction.isMessageContextMenuCommand() ||
    interaction.isButton() ||
    interaction.isStringSelectMenu()
  );
}

function restartingLine({ current }: Kit): Payload {
  return renderLine(`${english.restarting} ${createSay(current().knowledge)('help-emergency')}`);
}
