/** One channel as the load generator uses it. */
export interface Lane {
  /** Settings of a bot that talks to this platform. */
  readonly env: Readonly<Record<string, string>>;
  /** Where the bot's replicas listen, and where a platform posts to. */
  connect(urls: readonly string[]): void;
  /** Sends one message and waits for its reply, giving up after a while. Never rejects. */
  send(text: string): Promise<Sent>;
  /** Replies that came twice. */
  doubled(): number;
}

export interface Sent {
  /** Milliseconds until the reply; null where none came. */
  readonly ms: number | null;
  /** How often it was sent again, since nothing had taken it. */
  readonly again: number;
}

/** What one channel saw of it all. */
export interface Tally {
  readonly sent: number;
  readonly answered: number;
  readonly again: number;
  readonly doubled: number;
  /** Milliseconds as the sender measured them. */
  readonly median: number;
  readonly p99: number;
  /** When the ones without a reply were sent, in milliseconds since 1970. */
  readonly lost: readonly number[];
}
export type Report = Readonly<Record<string, Tally>>;

/** Longest wait for a reply, in milliseconds. */
export const GIVE_UP_MS = 30_000;

/** Replies that are waited for, by what they can be told by. */
export function createWaiting() {
  const waiting = new Map<string, () => void>();
  return {
    /** Milliseconds until `arrived` was called with this key; null after a while. */
    wait: (key: string): Promise<number | null> => {
      const began = performance.now();
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          waiting.delete(key);
          resolve(null);
        }, GIVE_UP_MS);
        waiting.set(key, () => {
          clearTimeout(timer);
          waiting.delete(key);
          resolve(performance.now() - began);
        });
      });
    },
    arrived: (key: string): void => waiting.get(key)?.(),
  };
}
