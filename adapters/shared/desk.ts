import { stat } from 'node:fs/promises';
import { type Assistant, createAssistant, type Fault, type Knowledge, loadKnowledge, watchKnowledge } from '#core';
import { SettingsError } from './settings.ts';

/** Holds the assistant that speaks now, and swaps it when somebody corrects the knowledge. */
export interface Desk {
  current(): Assistant;
  close(): Promise<void>;
}

export interface DeskOptions {
  /** Throws where this channel must not speak with that knowledge, as `refuseDemo` does; asked at the start and at every edit. */
  readonly accept?: (knowledge: Knowledge) => void;
  /** False where nobody edits while the program runs. Default: true. */
  readonly watch?: boolean;
  readonly onSwap?: (knowledge: Knowledge) => void;
  /** An edit is faulty: the last good knowledge goes on speaking. */
  readonly onFaults?: (faults: readonly Fault[]) => void;
  /** An edit was refused by `accept`, or no assistant could be made of it: the last good one goes on speaking. */
  readonly onRefused?: (error: unknown) => void;
}

/** Loads the knowledge and watches it. Throws `SettingsError` where there is no such directory, `KnowledgeError` with every fault of it, or what `accept` throws. */
export async function openDesk(directory: string, options: DeskOptions = {}): Promise<Desk> {
  const { accept, watch = true, onSwap, onFaults, onRefused } = options;
  const seat = (knowledge: Knowledge): Assistant => {
    accept?.(knowledge);
    return createAssistant(knowledge);
  };
  if (!(await isDirectory(directory)))
    throw new SettingsError([
      `knowledge: "${directory}" is no directory that can be read; set KNOWLEDGE_DIR or --knowledge`,
    ]);
  let assistant = seat(await loadKnowledge(directory));
  const swap = (knowledge: Knowledge) => {
    try {
      assistant = seat(knowledge);
    } catch (error) {
      onRefused?.(error);
      return;
    }
    onSwap?.(knowledge);
  };
  const close = watch
    ? await watchKnowledge(directory, assistant.knowledge, {
        onKnowledge: swap,
        onFaults: (faults) => onFaults?.(faults),
      })
    : async () => {};
  return { current: () => assistant, close };
}

async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
