import type { Receiver } from '@slack/bolt';

/** How messages come in: over a socket that the bot opens, or by HTTP. */
export interface Connection {
  readonly receiver: Receiver;
  /** Resolves with where it listens, in words. Throws `SettingsError` where the operator can mend it. */
  open(): Promise<string>;
  ready(): boolean;
  /** No new messages. */
  refuse(): void;
  close(): Promise<void>;
}

/** Longest wait for one call to Slack, in milliseconds; Slack's client would wait for ever. */
export const CALL_MS = 3_000;
/** Two more tries, so that a call is over in ten seconds: 3 x 3 s and the pauses. 429 waits as long as Slack says. */
export const RETRIES = { retries: 2, minTimeout: 300, maxTimeout: 500 };
