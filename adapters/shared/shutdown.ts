import { type Flight, within } from './flight.ts';
import type { Log } from './log.ts';

/** How long answers under way may take after a signal, in milliseconds; orchestrators kill after 30 s or more. */
const GRACE_MS = 10_000;
/** How long one part may take to close, in milliseconds. */
const CLOSE_MS = 5_000;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export interface ShutdownPlan {
  /** Stops new work from coming in; called at once. Optional. */
  readonly refuse?: () => void | Promise<void>;
  readonly flight: Flight;
  /** Closed one after the other, once nothing is under way. A part that fails or hangs does not hold up the next. */
  readonly parts: readonly { readonly step: string; close(): Promise<unknown> }[];
  readonly log: Log;
  /** Default: 10 s. */
  readonly graceMs?: number;
  readonly closeMs?: number;
}

/** What this needs of the process, so that tests can pass in another one. */
export interface Signals {
  on(signal: (typeof SIGNALS)[number], listener: () => void): unknown;
  off(signal: (typeof SIGNALS)[number], listener: () => void): unknown;
  exit(code: number): unknown;
}

/**
 * Ends the process at SIGINT or SIGTERM in good order: no new work, wait for answers under way, close every part, exit 0;
 * exit 1 where something had to be given up. A second signal ends it at once. Returns the same as a function to call, for a
 * program that ends by itself; its status is then at least `status`.
 */
export function onShutdown(
  plan: ShutdownPlan,
  signals: Signals = process,
): (signal: string, status?: 0 | 1) => Promise<void> {
  const { refuse, flight, parts, log, graceMs = GRACE_MS, closeMs = CLOSE_MS } = plan;
  let begun = false;
  const step = async (name: string, work: () => unknown): Promise<boolean> => {
    try {
      const done = await within(closeMs, Promise.resolve(work()));
      if (!done) log.warn('close-too-slow', { step: name });
      return done;
    } catch (error) {
      log.error('close-failed', error, { step: name });
      return false;
    }
  };
  const shutdown = async (signal: string, status: 0 | 1 = 0): Promise<void> => {
    if (begun) return void signals.exit(1);
    begun = true;
    log.info('stopping', { signal, count: flight.count });
    let clean = await step('refuse', () => refuse?.());
    if (!(await flight.landed(graceMs))) {
      clean = false;
      log.warn('answers-given-up', { count: flight.count });
    }
    for (const part of parts) clean = (await step(part.step, () => part.close())) && clean;
    for (const name of SIGNALS) signals.off(name, listeners[name]);
    log.info('stopped', { signal });
    await log.flush();
    signals.exit(clean ? status : 1);
  };
  const listeners = { SIGINT: () => void shutdown('SIGINT'), SIGTERM: () => void shutdown('SIGTERM') };
  for (const name of SIGNALS) signals.on(name, listeners[name]);
  return shutdown;
}

/**
 * A fault that nobody caught ends the process with status 1 and one line in the log. Node's own report would print the
 * error's message, which may quote a person. Call it first in every program that listens to people.
 */
export function onCrash(log: Log, target: Crashing = process): void {
  target.on('uncaughtException', (error) => {
    log.error('crashed', error);
    void log.flush().then(() => target.exit(1));
  });
}

/** What this needs of the process; rejections that nobody caught arrive here too. */
export interface Crashing {
  on(event: 'uncaughtException', listener: (error: unknown) => void): unknown;
  exit(code: number): unknown;
}
