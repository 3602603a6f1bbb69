import { createMemoryStore, type Log, silentLog } from '../../../adapters/shared/index.ts';
import { type ChatOptions, chat } from '../../../adapters/terminal/chat.ts';
import { NOW } from '../../conformance/replies.ts';

export type Screen = Partial<Pick<ChatOptions, 'colour' | 'audience' | 'now' | 'store'>> & {
  readonly desk: ChatOptions['desk'];
  readonly log?: Log;
  /** Columns; none: nothing is wrapped. */
  readonly width?: number;
  /** True for a person at a keyboard, false for a pipe. */
  readonly keyboard?: boolean;
};

/** A terminal with a person at it: types lines, reads what is printed. */
export function openTerminal({ desk, log = silentLog, width = Number.POSITIVE_INFINITY, keyboard, ...rest }: Screen) {
  let printed = '';
  let give: (line: IteratorResult<string>) => void = () => {};
  let waits = Promise.withResolvers<void>();
  const lines: AsyncIterable<string> = {
    [Symbol.asyncIterator]: () => ({
      next: () =>
        new Promise((resolve) => {
          give = resolve;
          waits.resolve();
        }),
    }),
  };
  const write = (text: string) => {
    printed += text;
  };
  const ended = chat({
    desk,
    log,
    lines,
    write,
    prompt: keyboard ? () => write('> ') : null,
    colour: false,
    width: () => width,
    audience: 'patient',
    store: createMemoryStore(),
    now: () => NOW,
    ...rest,
  });
  const hand = async (line: IteratorResult<string>) => {
    await waits.promise;
    printed = '';
    waits = Promise.withResolvers<void>();
    give(line);
    await Promise.race([waits.promise, ended]);
    return printed;
  };
  return {
    /** What is on the screen before anything was typed. */
    greeting: async () => {
      await Promise.race([waits.promise, ended]);
      return printed;
    },
    types: (line: string) => hand({ value: line, done: false }),
    /** Ctrl-D, Ctrl-C, or the end of a pipe. */
    ends: () => hand({ value: undefined, done: true }),
    ended,
  };
}
