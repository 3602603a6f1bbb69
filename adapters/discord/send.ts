import { setTimeout as sleep } from 'node:timers/promises';
import {
  type APIDMChannel,
  type APIInteractionResponse,
  DiscordAPIError,
  InteractionResponseType,
  MessageFlags,
  type REST,
  Routes,
} from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { Payload } from './render.ts';

/** An interaction's address; its token is good for 15 minutes. */
export interface Reachable {
  readonly id: string;
  readonly applicationId: string;
  readonly token: string;
}

/** What this channel sends. Every call rejects where Discord refuses it or cannot be reached, but for those that say so. */
export interface Send {
  /** The first answer to an interaction, due within 3 s. */
  respond(to: Reachable, response: APIInteractionResponse): Promise<void>;
  /** The answer to an acknowledged command or press: one message or several. */
  fill(to: Reachable, payloads: readonly Payload[], hidden: boolean): Promise<void>;
  /** Messages after an acknowledged press, without touching the message that has the button. */
  followUp(to: Reachable, payloads: readonly Payload[], hidden: boolean): Promise<void>;
  /** Messages in a channel. False where the bot may not write there. */
  post(channel: string, payloads: readonly Payload[], to: Answered): Promise<boolean>;
  /** Messages to a person. False where they take none. */
  direct(user: string, payloads: readonly Payload[], to: Answered): Promise<boolean>;
}

/** What messages in a channel answer. */
export interface Answered {
  /** Id of the message or interaction: a try that seemed lost but arrived is not posted twice. */
  readonly id: string;
  /** Shown as a reply to it; only for a message of the same channel. */
  readonly asReply?: true;
}

/** Discord waits 3 s for a first answer (docs.discord.com/developers, interactions): two tries of this many milliseconds. */
export const TRY_MS = 1500;
/** The second try begins before that. */
const RETRY_WITHIN_MS = 2000;
/** Waits before further tries of what has no window, in milliseconds; a stop waits 10 s for them. */
const WAITS_MS = [500, 1000, 2000] as const;
/** How long a place that refused us is left alone: 10,000 refused requests in 10 minutes ban the address. */
const CLOSED_MS = 10 * 60 * 1000;
const MOST_CLOSED = 1000;

const ALREADY_ACKNOWLEDGED = 40060;
/** Unknown channel, missing access, cannot message this user, missing permissions, no server in common, may not reply. */
const CLOSED_CODES: ReadonlySet<number | string> = new Set([10003, 50001, 50007, 50013, 50278, 160002]);

/** @param onRevoked told when Discord no longer takes the token */
export function createSend(rest: REST, onRevoked: () => void): Send {
  const closed = new LRUCache<string, true>({ max: MOST_CLOSED, ttl: CLOSED_MS });

  /** Null where that place refuses us, or has lately. */
  const unlessClosed = async <T>(place: string, write: () => Promise<T>): Promise<T | null> => {
    if (closed.has(place)) return null;
    try {
      return await patiently(write);
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      if (error.status === 401) onRevoked();
      if (!CLOSED_CODES.has(error.code)) throw error;
      closed.set(place, true);
      return null;
    }
  };

  const followUp: Send['followUp'] = async ({ applicationId, token }, payloads, hidden) => {
    for (const payload of payloads) {
      const body = hidden ? { ...payload, flags: (payload.flags ?? 0) | MessageFlags.Ephemeral } : payload;
      await patiently(() => rest.post(Routes.webhook(applicationId, token), { body, auth: false }));
    }
  };

  const post: Send['post'] = async (channel, payloads, { id, asReply }) => {
    for (const [index, payload] of payloads.entries()) {
      const reference = { message_reference: { message_id: id, fail_if_not_exists: false } };
      const body = {
        ...payload,
        ...(asReply && index === 0 ? reference : {}),
        nonce: `${id.slice(-20)}-${index}`,
        enforce_nonce: true,
      };
      const posted = await unlessClosed(channel, () => rest.post(Routes.channelMessages(channel), { body }));
      if (posted === null) return false;
    }
    return true;
  };

  return {
    followUp,
    post,
    respond: async ({ id, token }, body) => {
      const started = performance.now();
      const route = Routes.interactionCallback(id, token);
      const attempt = () => rest.post(route, { body, auth: false, signal: AbortSignal.timeout(TRY_MS) });
      try {
        await attempt().catch((error: unknown) => {
          if (!mayPass(error) || performance.now() - started > RETRY_WITHIN_MS) throw error;
          return attempt();
        });
      } catch (error) {
        // an earlier try, or the same delivery before, has arrived
        if (!(error instanceof DiscordAPIError && error.code === ALREADY_ACKNOWLEDGED)) throw error;
      }
    },
    fill: async (to, [first, ...more], hidden) => {
      const route = Routes.webhookMessage(to.applicationId, to.token);
      await patiently(() => rest.patch(route, { body: first, auth: false }));
      await followUp(to, more, hidden);
    },
    direct: async (user, payloads, to) => {
      const body = { recipient_id: user };
      const opened = await unlessClosed(user, () => rest.post(Routes.userChannels(), { body }));
      return opened !== null && post((opened as APIDMChannel).id, payloads, to);
    },
  };
}

/** Acknowledges at once; the answer may take its time. `hidden` is settled here for good. */
export function deferral(hidden: boolean): APIInteractionResponse {
  return {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: hidden ? { flags: MessageFlags.Ephemeral } : {},
  };
}

/** An answer that only the person sees, ready at once. */
export function hiddenLine(payload: Payload): APIInteractionResponse {
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { ...payload, flags: (payload.flags ?? 0) | MessageFlags.Ephemeral },
  };
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const wait of WAITS_MS) {
    try {
      return await work();
    } catch (error) {
      if (!mayPass(error)) throw error;
    }
    await sleep(wait);
  }
  return work();
}

/** A timeout, a cut connection or a fault on Discord's side; what Discord refuses stays refused. */
function mayPass(error: unknown): boolean {
  return !(error instanceof DiscordAPIError);
}
