import { watch } from 'chokidar';
import { type Fault, KnowledgeError } from './faults.ts';
import type { Knowledge } from './knowledge.ts';
import { loadKnowledge } from './load.ts';

/** An editor saves in several steps; a change counts when nothing more happens for this long, in milliseconds. */
const QUIET_MS = 200;

export interface WatchHandlers {
  /** The directory holds sound knowledge that differs from what was last handed over. Where this throws, the edit counts as faulty. */
  onKnowledge(knowledge: Knowledge): void;
  /** An edit is faulty: whoever holds the last good knowledge keeps it. */
  onFaults(faults: readonly Fault[]): void;
}

/** Watches a knowledge directory; resolves when it is watched. The returned function stops it, and nothing is reported after. */
export async function watchKnowledge(
  directory: string,
  current: Knowledge,
  handlers: WatchHandlers,
): Promise<() => Promise<void>> {
  let version = current.version;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  /** One reading at a time, so that an older one never overtakes a newer one. */
  let reading = Promise.resolve();

  const reload = async () => {
    try {
      const knowledge = await loadKnowledge(directory);
      if (closed || knowledge.version === version) return;
      handlers.onKnowledge(knowledge);
      version = knowledge.version;
    } catch (error) {
      if (closed) return;
      version = ''; // mended, even to what it was before, it is handed over again
      handlers.onFaults(toFaults(error, directory));
    }
  };
  const watcher = watch(directory, { ignoreInitial: true, ignored: (path) => path.endsWith('.json') });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      reading = reading.then(reload);
    }, QUIET_MS);
  });
  watcher.on('error', (error) => handlers.onFaults(toFaults(error, directory)));
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return async () => {
    closed = true;
    clearTimeout(timer);
    await watcher.close();
    await reading;
  };
}

/** What the loader lets pass may still not be understood, for example a pattern of red-flags.yaml. */
function toFaults(error: unknown, directory: string): readonly Fault[] {
  if (error instanceof KnowledgeError) return error.faults;
  const what = error instanceof Error ? error.message : String(error);
  return [{ file: directory, line: null, what, mend: 'undo or correct the last edit' }];
}
