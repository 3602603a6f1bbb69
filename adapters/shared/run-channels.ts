import type { Knowledge } from '#core';
import type { Channel, Plan } from './channel.ts';
import { openDesk } from './desk.ts';
import { createDoor } from './door.ts';
import { createFlight } from './flight.ts';
import { createHouse } from './house.ts';
import { type Listening, listen } from './listen.ts';
import { createLog, type Log } from './log.ts';
import { createMemoryStore } from './memory-store.ts';
import { runMain } from './run-main.ts';
import { type Environment, loadSettings, serverSettings } from './settings.ts';
import { onCrash, onShutdown, type ShutdownPlan } from './shutdown.ts';

/** Environment -> channels; throws `SettingsError` for those that are set up wrongly. */
export type Planning = (environment: Environment) => Promise<readonly Plan[]>;

/** A main program: one process for the planned channels, with one server on HOST:PORT for pages and health. */
export function runChannels(name: string, planning: Planning): void {
  runMain(name, async () => {
    const settings = loadSettings(serverSettings);
    const plans = await planning(process.env);
    const log = createLog({ level: settings.LOG_LEVEL });
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
      const store = createMemoryStore();
      opened('memory', store);
      const flight = createFlight();
      const running = new Map<string, Channel>();
      let server: Listening | undefined;
      let stopping = false;
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
        console.error(`${name}: ${line}`);
        void shutdown('giving-up', 1);
      };
      const house = createHouse({ desk, store, flight, log, now: Date.now, giveUp });
      const states = () => ({
        program: !stopping,
        ...Object.fromEntries(
          plans.flatMap((plan) => (plan.start ? [[plan.name, running.get(plan.name)?.ready() ?? false]] : [])),
        ),
      });
      server = await listen(createDoor(states, plans, house), settings.HOST, settings.PORT);
      opened('server', server);
      for (const plan of plans) {
        const channel = await plan.start?.(house);
        if (channel !== undefined) {
          running.set(plan.name, channel);
          opened(plan.name, channel);
        }
        console.log(plan.readyLine(server.url));
      }
      log.info('started', { host: settings.HOST, port: server.port, version: desk.current().knowledge.version });
    } catch (error) {
      for (const { close } of parts) await close().catch(() => {});
      await log.flush();
      throw error;
    }
    return undefined;
  });
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
