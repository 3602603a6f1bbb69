import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { type Assistant, type Reply, safeReply } from '#core';
import type { Converse, First, Flight, House, Log, Message } from '../shared/index.ts';
import { encodePress } from './custom-id.ts';
import { type Button, type Payload, render } from './render.ts';
import { deferral, type Send } from './send.ts';
import { type Shelf, type Told, toTold } from './shelf.ts';
import { english } from './strings.ts';

/** What everything that receives works with. */
export interface Kit {
  readonly converse: Converse;
  readonly first: First;
  readonly send: Send;
  readonly shelf: Shelf;
  readonly log: Log;
  readonly flight: Flight;
  readonly onFeedback: House['onFeedback'];
  readonly now: () => number;
  /** The assistant that speaks now. */
  current(): Assistant;
  /** True once the program stops: no new work. */
  stopping(): boolean;
}

/** A command or a press: it has an answer that only the person sees. */
export type Asking =
  | ButtonInteraction
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | StringSelectMenuInteraction;

/** What is told, and what hangs on it. */
export interface Answer extends Told {
  /** For the button that shares it; null where it cannot be shared. */
  readonly ticket: string | null;
  /** False where somebody else asked: an alarm is then not meant for the person who reads it. */
  readonly own: boolean;
}

/** Acknowledges, asks the core, and answers where nobody else reads along. */
export async function answer(kit: Kit, asking: Asking, question: Omit<Message, 'audience'>): Promise<void> {
  await answerWith(kit, asking, async () => {
    const turn = await kit.converse({ ...question, audience: 'patient' });
    const sharable = turn.reply.kind === 'answer' && !isDirect(asking);
    return { ...toTold(turn), ticket: sharable ? kit.shelf.ticketFor(turn) : null, own: true };
  });
}

/** The same for what is answered without a new question. */
export async function answerWith(kit: Kit, asking: Asking, find: () => Promise<Answer>): Promise<void> {
  const { send, first, log } = kit;
  const hidden = !isDirect(asking);
  await send.respond(asking, deferral(hidden));
  if (!(await first(asking.id))) return;
  const found = await find();
  const payloads = render(found.reply, buttonsUnder(found, found.ticket));
  const told = send.fill(asking, payloads, hidden).catch((error: unknown) => {
    log.error('answer-refused', error, { channel: 'discord' });
    return send.fill(asking, sorry(kit), hidden);
  });
  const kept = hidden && found.own ? keepAlarm(kit, asking.user.id, found.reply, asking.id) : undefined;
  await told.finally(() => kept);
}

/** Thumbs and sharing; nothing stands under an alarm. */
export function buttonsUnder({ reply, about }: Told, ticket: string | null): Button[] {
  if (reply.kind !== 'answer' && reply.kind !== 'abstain') return [];
  const thumb = (helpful: boolean) => encodePress({ kind: 'thumb', helpful, about, replied: reply.kind });
  return [
    { id: thumb(true), label: english.helpful },
    { id: thumb(false), label: english.notHelpful },
    ...(ticket === null ? [] : [{ id: encodePress({ kind: 'share', ticket }), label: english.share }]),
  ];
}

/** What only one person sees vanishes with the next start of Discord; an alarm must not, so it goes by direct message too. */
export async function keepAlarm({ send, log }: Kit, user: string, reply: Reply, about: string): Promise<void> {
  if (reply.kind !== 'escalate') return;
  await send
    .direct(user, render(reply), { id: about })
    .catch((error: unknown) => log.error('alarm-not-kept', error, { channel: 'discord' }));
}

/** The one safe text with the numbers, for when an answer cannot be sent. */
export function sorry({ current, now }: Kit): Payload[] {
  return render(safeReply(current().knowledge, 'patient', now()).reply);
}

/** True in the direct messages between the person and the bot: nobody else is there, and nothing has to vanish. */
export function isDirect({ context }: Pick<Asking, 'context'>): boolean {
  return context === InteractionContextType.BotDM;
}
