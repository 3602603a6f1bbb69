import type { RespondFn, types, webApi } from '@slack/bolt';
import { RefusedPost } from './refusal.ts';

/** A message, or its words alone where Slack does not like the blocks. */
export interface Post {
  readonly text: string;
  readonly blocks?: types.KnownBlock[];
}

/** How a message can reach somebody; rejects where Slack does not take it. */
export interface Way {
  readonly step: 'respond' | 'postEphemeral' | 'postMessage' | 'direct';
  send(post: Post): Promise<unknown>;
}

/** Where a person is. */
export interface Place {
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  /** Thread that is open already: Slack shows a private reply in a thread only where there is one. */
  readonly thread: string | null;
  /** Thread that memory and public posts hang on; null where nothing is remembered. */
  readonly root: string | null;
}

/** Nothing unfurls, nothing is read as markup, no name becomes a mention. */
const QUIET = { unfurl_links: false, unfurl_media: false, mrkdwn: false } as const;

/** Ways that only the person sees where they are, best first; what they show is gone when the person comes back later. */
export function fleetingly(client: webApi.WebClient, place: Place, respond?: RespondFn): Way[] {
  const { channel, user, thread } = place;
  const inThread = thread === null ? {} : { thread_ts: thread };
  return [
    ...(respond ? [byResponse(respond, { response_type: 'ephemeral', ...inThread })] : []),
    { step: 'postEphemeral', send: (message) => client.chat.postEphemeral({ channel, user, ...inThread, ...message }) },
  ];
}

/** A direct message, which stays. */
export function directly(client: webApi.WebClient, user: string): Way {
  return { step: 'direct', send: (message) => client.chat.postMessage({ channel: user, ...QUIET, ...message }) };
}

/** Ways that only the person sees, best first. */
export function privately(client: webApi.WebClient, place: Place, respond?: RespondFn): Way[] {
  return [...fleetingly(client, place, respond), directly(client, place.user)];
}

/** A post that stays, in a direct message or where others read along. */
export function openly(client: webApi.WebClient, channel: string, thread: string | null): Way {
  const inThread = thread === null ? {} : { thread_ts: thread };
  return {
    step: 'postMessage',
    send: (message) => client.chat.postMessage({ channel, ...inThread, ...QUIET, ...message }),
  };
}

/** A `response_url`: five posts in 30 minutes. It also posts where the bot is no member. */
export function byResponse(
  respond: RespondFn,
  to: { readonly response_type: 'ephemeral' | 'in_channel'; readonly thread_ts?: string },
): Way {
  return {
    step: 'respond',
    send: async (message) => {
      const response = await respond({ ...to, replace_original: false, ...QUIET, ...message });
      const refused = /"ok"\s*:\s*false.*?"error"\s*:\s*"(\w+)"/su.exec(await response.text());
      if (refused) throw new RefusedPost(refused[1] ?? 'unknown');
    },
  };
}
