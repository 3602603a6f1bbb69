import { type ButtonInteraction, InteractionResponseType, type StringSelectMenuInteraction } from 'discord.js';
import { conversationKey } from '../shared/index.ts';
import { answer, answerWith, isDirect, type Kit, sorry } from './answer.ts';
import { decodePress, type Press } from './custom-id.ts';
import { render, renderLine } from './render.ts';
import { hiddenLine } from './send.ts';
import { english } from './strings.ts';

/**
 * A button or a menu, whoever presses it and however old it is: nothing of it lives in this process but the tickets that no
 * choice can replace, and those have a reply when they are gone.
 */
export async function receivePress(kit: Kit, pressed: ButtonInteraction | StringSelectMenuInteraction): Promise<void> {
  const press = decodePress(pressed.customId);
  switch (press.kind) {
    case 'thumb':
      return receiveThumb(kit, pressed, press);
    case 'share':
      return share(kit, pressed, press.ticket);
    case 'read':
      return answerWith(kit, pressed, async () => ({
        ...(await kit.shelf.redeem(press.ticket)),
        ticket: null,
        own: false,
      }));
    default: {
      const choice = press.kind === 'choice' ? press.id : (pressed.isStringSelectMenu() && pressed.values[0]) || '';
      const key = isDirect(pressed) ? conversationKey('discord', pressed.channelId) : null;
      return answer(kit, pressed, { input: { choice }, key, procedure: null });
    }
  }
}

async function receiveThumb(
  kit: Kit,
  pressed: ButtonInteraction | StringSelectMenuInteraction,
  { helpful, about, replied }: Extract<Press, { kind: 'thumb' }>,
): Promise<void> {
  await kit.send.respond(pressed, hiddenLine(renderLine(english.thanks)));
  if (await kit.first(pressed.id)) kit.onFeedback('discord', { helpful, about, kind: replied });
}

/** Posts the answer, never the question; where the ticket is too old, only the person who pressed is told. */
async function share(
  kit: Kit,
  pressed: ButtonInteraction | StringSelectMenuInteraction,
  ticket: string,
): Promise<void> {
  await kit.send.respond(pressed, { type: InteractionResponseType.DeferredMessageUpdate });
  if (!(await kit.first(pressed.id))) return;
  const { reply } = await kit.shelf.redeem(ticket);
  await kit.send.followUp(pressed, render(reply), reply.kind !== 'answer').catch((error: unknown) => {
    kit.log.error('answer-refused', error, { channel: 'discord' });
    return kit.send.followUp(pressed, sorry(kit), true); // not over the message that has the button
  });
}
