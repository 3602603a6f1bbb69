import { setTimeout as sleep } from 'node:timers/promises';
import type { Knowledge } from '#core';
import type { Channel, House, Plan } from './channel.ts';
import { openDesk } from './desk.ts';
import { createDoor, type Parts } from './door.ts';
import { createFlight, type Flight } from './flight.ts';
import { createHouse } from './house.ts';
import { createKeeper } from './keeper.ts';
import { type Listening, listen } from './listen.ts';
import { createLog, type Log } from './log.ts';
import { createRecorder } from './recorder.ts';
import { runMain } from './run-main.ts';
import { type Environment, loadSettings, programSettings, SettingsError, UnreachableError } from './settings.ts';
import { onCrash, onShutdown, type ShutdownPlan } from './shutdown.ts';
import type { OpenState } from './state.ts';

/** Environment -> channels; throws `SettingsError` for those that are set up wrongly. */
export type Planning = (environment: Environment) => Promise<readonly Plan[]>;

/** How often a platform is tried at the start of a channel that runs alone; beside others it is tried until it answers. */
const TRIES = 3;
/** Pauses between these tries, in milliseconds. */
const PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * A main program: one process for the planned channels, with one server on HOST:PORT for pages, health and metrics.
 *
 * @param openState `openState` of adapters/store, which stands above this room
 */
export function runChannels(name: string, planning: Planning, openState: OpenState): void {
  runMain(name, async () => {
    const settings = loadSettings(programSettings);
    const channels = await planning(process.env);
    const flight = createFlight();
    const running = new Map<string, Channel>();
    let stopping = false;
    const needed = () => ({
      program: !stopping,
      ...Object.fromEntries(
        channels.flatMap((plan) => (plan.start ? [[plan.name, running.get(plan.name)?.ready() ?? false]] : [])),
      ),
    });
    let spare: Parts = () => ({});
    const metrics = await openMetrics(settings.METRICS_TOKEN, flight, () => ({ ...needed(), ...spare() }));
    const plans = metrics ? [metrics, ...channels] : channels;
    const logged = createLog({ level: settings.LOG_LEVEL });
    const log = metrics?.countErrors(logged) ?? logged;
    onCrash(log);
    /** What is open, last opened first; closed in this order. */
    const parts: ShutdownPlan['parts'][number][] = [];
    const opened = (step: string, part: { close(): Promise<unknown> }) =>
      parts.unshift({ step, close: () => part.close() });
    try {
      const desk = await openDesk(settings.KNOWLEDGE_DIR, {
        accept: (knowledge) => acceptAll(plans, knowledge),
        ...reportEdits(log),
      });
      opened('knowledge', desk);
      const state = await openState(settings, log);
      opened('state', state);
      const recorder = createRecorder({ ledger: state.ledger, desk, log, now: Date.now });
      opened('recorder', recorder);
      const keeps = settings.REVIEW_KEEP_TEXT === 'redacted';
      const keeper = createKeeper({
        ledger: state.ledger,
        desk,
        log,
        now: Date.now,
        keeps,
        days: settings.REVIEW_DAYS,
      });
      opened('keeper', keeper);
      spare = () => ({ ...state.health(), ledger: recorder.works() });
      let server: Listening | undefined;
      const shutdown = onShutdown({
        refuse: async () => {
          stopping = true;
          server?.refuse();
          await Promise.all([...running.values()].map((channel) => channel.refuse()));
        },
        flight,
        parts,
        log,
      });
      const giveUp = (line: string) => {
        if (stopping) return; // said already, or no longer of interest
        console.error(`${name}: ${line}`);
        void shutdown('giving-up', 1);
      };
      const { store, limit, ledger } = state;
      const watchers = [recorder, keeper, ...(metrics ? [metrics.watcher] : [])];
      const house = createHouse({ desk, store, limit, ledger, flight, log, now: Date.now, giveUp, watchers });
      server = await listen(createDoor(needed, plans, house, spare), settings.HOST, settings.PORT);
      opened('server', server);
      const { url } = server;
      const open = async (plan: Plan) => {
        if (stopping) return;
        const channel = await plan.start?.(house);
        if (stopping) return channel?.close();
        if (channel !== undefined) {
          running.set(plan.name, channel);
          opened(plan.name, channel);
        }
        console.log(plan.readyLine(url));
      };
      if (channels.length === 1) for (const plan of plans) await persist(() => open(plan), TRIES);
      else for (const plan of plans) await openAmongOthers(name, () => open(plan), giveUp);
      log.info('started', { host: settings.HOST, port: server.port, version: desk.current().knowledge.version });
    } catch (error) {
      stopping = true;
      for (const { close } of parts) await close().catch(() => {});
      await log.flush();
      throw error;
    }
    return undefined;
  });
}

/** Opens a channel; where its platform cannot be reached, it is tried on and on while the others serve. */
async function openAmongOthers(name: string, open: () => Promise<void>, giveUp: House['giveUp']): Promise<void> {
  try {
    await open();
  } catch (error) {
    if (!(error instanceof UnreachableError)) throw error;
    console.error(`${name}: ${error.message}; trying again until it answers`);
    void persist(open, Number.POSITIVE_INFINITY).catch((refused: unknown) => {
      if (!(refused instanceof SettingsError)) throw refused;
      giveUp(refused.message);
    });
  }
}

/** Opens a channel, again while its platform cannot be reached; rejects at the last try, and where that is not the reason. */
async function persist(open: () => Promise<void>, tries: number): Promise<void> {
  for (let left = tries - 1, pause = PAUSE_MS; ; left -= 1, pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      return await open();
    } catch (error) {
      if (left <= 0 || !(error instanceof UnreachableError)) throw error;
    }
    await sleep(pause, undefined, { ref: false });
  }
}

/** Loaded only where somebody looks. */
async function openMetrics(token: string | undefined, flight: Flight, parts: Parts) {
  if (token === undefined) return undefined;
  const { createMetrics } = await import('./metrics.ts');
  return createMetrics({ token, flight, parts });
}

function acceptAll(plans: readonly Plan[], knowledge: Knowledge): void {
  for (const plan of plans) plan.accept?.(knowledge);
}

function reportEdits(log: Log) {
  return {
    onSwap: ({ version }: Knowledge) => log.info('knowledge-changed', { version }),
    onFaults: (faults: readonly unknown[]) => log.warn('knowledge-faulty', { count: faults.length }),
    onRefused: (error: unknown) => log.error('knowledge-refused', error),
  };
}
