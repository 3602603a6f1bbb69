import { createHmac } from 'node:crypto';
import type { Json } from './payloads.ts';
import type { EnvelopeType } from './socket.ts';

export const SIGNING_SECRET = 'fake-signing-secret';

export interface Signing {
  readonly secret?: string;
  /** Seconds before now; negative for the future. */
  readonly age?: number;
  /** In place of the right one; null for none. */
  readonly signature?: string | null;
}

/** Slack's requests over HTTP, signed as Slack signs them; resolves with the status. */
export function createPoster(address: string) {
  return async (type: EnvelopeType, payload: Json, signing: Signing = {}): Promise<number> => {
    const { secret = SIGNING_SECRET, age = 0 } = signing;
    const body = toBody(type, payload);
    const time = String(Math.floor(Date.now() / 1000) - age);
    const right = `v0=${createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex')}`;
    const signature = signing.signature === undefined ? right : signing.signature;
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': type === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': time,
        ...(signature === null ? {} : { 'x-slack-signature': signature }),
      },
      body,
    });
    return response.status;
  };
}

function toBody(type: EnvelopeType, payload: Json): string {
  if (type === 'events_api') return JSON.stringify(payload);
  return String(new URLSearchParams(type === 'interactive' ? { payload: JSON.stringify(payload) } : { ...payload }));
}
