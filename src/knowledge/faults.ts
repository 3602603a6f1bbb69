/** One thing that is wrong with a knowledge file: where, what, and how to mend it. */
export interface Fault {
  /** Path of the file, as it was given. */
  readonly file: string;
  /** 1-based; null where the fault is a missing file or concerns the file as a whole. */
  readonly line: number | null;
  readonly what: string;
  readonly mend: string;
}

/** Thrown by `loadKnowledge` with every fault that was found; nothing is ever half loaded. */
export class KnowledgeError extends Error {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(
      `The knowledge has ${faults.length} fault${faults.length === 1 ? '' : 's'}:\n${faults.map(toLine).join('\n')}`,
    );
    this.name = 'KnowledgeError';
    this.faults = faults;
  }
}

/** `file:line: what; what to do`, the form in which editors and terminals make a link of it. */
export function toLine(fault: Fault): string {
  return `${fault.file}${fault.line === null ? '' : `:${fault.line}`}: ${fault.what}; ${fault.mend}`;
}
