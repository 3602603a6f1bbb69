import { watch } from 'chokidar';
import { type Fault, KnowledgeError } from './faults.ts';
import type { Knowledge } from './knowledge.ts';
import { loadKnowledge } from './load.ts';

/** An editor saves in several steps; a change counts when nothing more happens for this long, in milliseconds. */
const QUIET_MS = 200;

export interface WatchHandlers {
  /** The directory holds sound knowledge that differs from what was last handed over. */
  onKnowledge(knowledge: Knowledge): void;
  /** An edit is faulty: whoever holds the last good knowledge keeps it. */
  onFaults(faults: readonly Fault[]): void;
}

/** Watches a knowledge directory; resolves when it is watched. The returned function stops it. */
export async function watchKnowledge(
  directory: string,
  current: Knowledge,
  handlers: WatchHandlers,
): Promise<() => Promise<void>> {
  let version = current.version;
  let timer: NodeJS.Timeout | undefined;
  const reload = async () => {
    try {
      const knowledge = await loadKnowledge(directory);
      if (knowledge.version === version) return;
      version = knowledge.version;
      handlers.onKnowledge(knowledge);
    } catch (error) {
      if (!(error instanceof KnowledgeError)) throw error;
      version = '';
      handlers.onFaults(error.faults);
    }
  };
  const watcher = watch(directory, { ignoreInitial: true, ignored: (path) => path.endsWith('.json') });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void reload(), QUIET_MS);
  });
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
