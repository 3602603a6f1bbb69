import { type Assistant, createAssistant, type Fault, type Knowledge, loadKnowledge, watchKnowledge } from '#core';

/** Holds the assistant that speaks now, and swaps it when somebody corrects the knowledge. */
export interface Desk {
  current(): Assistant;
  close(): Promise<void>;
}

export interface DeskEvents {
  onSwap?(knowledge: Knowledge): void;
  /** A faulty edit: the last good knowledge goes on speaking. */
  onFaults?(faults: readonly Fault[]): void;
}

/** Loads the knowledge and watches it. Throws `KnowledgeError` where it is faulty at the start. */
export async function openDesk(directory: string, events: DeskEvents = {}): Promise<Desk> {
  let assistant = createAssistant(await loadKnowledge(directory));
  const close = await watchKnowledge(directory, assistant.knowledge, {
    onKnowledge: (knowledge) => {
      assistant = createAssistant(knowledge);
      events.onSwap?.(knowledge);
    },
    onFaults: (faults) => events.onFaults?.(faults),
  });
  return { current: () => assistant, close };
}
