import { type Message, MessageType } from 'discord.js';
import { createSay, type Turn } from '#core';
import { conversationKey } from '../shared/index.ts';
import { buttonsUnder, type Kit, keepAlarm, sorry } from './answer.ts';
import { encodePress } from './custom-id.ts';
import { toWords } from './markdown.ts';
import { type Payload, render, renderLine } from './render.ts';
import { toTold } from './shelf.ts';
import { english } from './strings.ts';

/** True for a person's direct message, or one that mentions the bot; all others arrive without their words anyway. */
export function isForUs(message: Message, self: string): boolean {
  if (message.author.bot || message.webhookId !== null) return false;
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return false;
  return message.guildId === null || message.mentions.users.has(self);
}

/** Answers a direct message where it was written, and a mention in private behind one neutral public line. */
export async function receiveMessage(kit: Kit, message: Message): Promise<void> {
  const { converse, first, send } = kit;
  const { id, channelId, guildId, content } = message;
  if (!(await first(id))) return;
  const direct = guildId === null;
  const turn = await converse({
    input: { text: toWords(content) },
    key: direct ? conversationKey('discord', channelId) : null,
    audience: 'patient',
    procedure: null,
  });
  if (direct) {
    await postAnswer(kit, message, turn);
    return;
  }
  await Promise.all([
    send.post(channelId, [publicLine(kit, turn)], { id, asReply: true }),
    keepAlarm(kit, message.author.id, turn.reply, id),
  ]);
}

async function postAnswer(kit: Kit, { id, channelId }: Message, turn: Turn): Promise<void> {
  const told = toTold(turn);
  try {
    await kit.send.post(channelId, render(told.reply, buttonsUnder(told, null)), { id });
  } catch (error) {
    kit.log.error('answer-refused', error, { channel: 'discord' });
    await kit.send.post(channelId, sorry(kit), { id: `${id}!` });
  }
}

/** Says nothing about the question: a mention cannot be answered in private, but its button can. */
function publicLine({ shelf, current }: Kit, turn: Turn): Payload {
  const isAlarm = turn.reply.kind === 'escalate';
  const line = isAlarm ? createSay(current().knowledge)('help-emergency') : english.inPrivate;
  return renderLine(line, [{ id: encodePress({ kind: 'read', ticket: shelf.ticketFor(turn) }), label: english.read }]);
}
