import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Assistant } from '#core';
import { createMemoryStore } from '../../adapters/shared/index.ts';
import { chat } from '../../adapters/terminal/chat.ts';
import { type CreateHarness, describeConformance, oneLine, type Seen } from '../conformance/suite.ts';
import { shippedAssistant } from '../support.ts';

/** A terminal with a person at the keyboard: types lines, reads what is printed. */
function openTerminal(assistant: Assistant, { colour = false, width = 80, interactive = false } = {}) {
  let printed = '';
  let waiting: ((line: IteratorResult<string>) => void) | null = null;
  let idle = () => {};
  const errors: unknown[] = [];
  const lines: AsyncIterable<string> = {
    [Symbol.asyncIterator]: () => ({
      next: () =>
        new Promise((resolve) => {
          waiting = resolve;
          idle();
        }),
    }),
  };
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      printed += String(chunk);
      done();
    },
  });
  const quiet = () =>
    new Promise<void>((resolve) => {
      idle = resolve;
    });
  const start = quiet();
  const ended = chat({
    desk: { current: () => assistant, close: async () => {} },
    store: createMemoryStore(1),
    lines,
    output,
    colour,
    width,
    interactive,
    now: () => Date.UTC(2026, 0, 15),
    onError: (error) => errors.push(error),
  });
  return {
    greeting: async () => {
      await start;
      return printed;
    },
    types: async (line: string) => {
      await start;
      printed = '';
      const done = Promise.race([quiet(), ended]);
      waiting?.({ value: line, done: false });
      await done;
      return printed;
    },
    ends: async () => {
      await start;
      waiting?.({ value: undefined, done: true });
      await ended;
    },
    ended,
    errors,
  };
}

const create: CreateHarness = async (assistant) => {
  const terminal = openTerminal(assistant);
  const see = (printed: string): Seen => {
    const choices = [...printed.matchAll(/^(\d+)\. (.+)$/gmu)].map((match) => match[2] ?? '');
    return { text: printed, choices, public: false };
  };
  return {
    says: async (text) => see(await terminal.types(text)),
    presses: async (label) => see(await terminal.types(label)),
    pressesId: null, // a terminal has no buttons: a number or a label of the list, or else it is a text
    limit: null,
    close: terminal.ends,
  };
};

describeConformance('terminal', create);

describe('the terminal chat', () => {
  it('greets with what it is and how to leave', async () => {
    const greeting = await openTerminal(await shippedAssistant()).greeting();
    expect(greeting).toContain('automated program');
    expect(greeting).toContain('/quit');
  });

  it('takes the number of a choice, and forgets the list when something else is typed', async () => {
    const terminal = openTerminal(await shippedAssistant());
    await terminal.types('when can i exercise');
    expect(await terminal.types('2')).toContain('24 hours');
    await terminal.types('hello');
    expect(await terminal.types('2')).not.toContain('hours');
  });

  it('frames an alarm so that it stands out without colour', async () => {
    const printed = await openTerminal(await shippedAssistant()).types('i cant breathe');
    expect(printed).toMatch(/!{40,}\nEMERGENCY/u);
    expect(printed).not.toContain('\u001b');
  });

  it('writes escape codes only where colour is asked for', async () => {
    expect(await openTerminal(await shippedAssistant(), { colour: true }).types('can i ice it')).toContain('\u001b[');
    expect(await openTerminal(await shippedAssistant()).types('can i ice it')).not.toContain('\u001b');
  });

  it('wraps at the width of the terminal', async () => {
    const printed = await openTerminal(await shippedAssistant(), { width: 50 }).types('aftercare instructions');
    expect(Math.max(...printed.split('\n').map((line) => line.length))).toBeLessThanOrEqual(50);
  });

  it('has commands for the guide, the audience and the reason', async () => {
    const assistant = await shippedAssistant();
    const [first = ''] = assistant.knowledge.guides.keys();
    const terminal = openTerminal(assistant);
    expect(await terminal.types(`/procedure ${first}`)).toContain(first);
    expect(oneLine(await terminal.types('when can i exercise'))).toContain('48 hours');
    expect(await terminal.types('/procedure nine')).toContain('No guide "nine"');
    expect(await terminal.types('/why')).toContain('decision:');
    await terminal.types('/staff');
    expect(await terminal.types('when can i exercise')).toContain(`${first}/recovery/strenuous-activity`);
    expect(await terminal.types('/nonsense')).toContain('No command');
  });

  it('leaves at /quit and at the end of input, without a word of what was typed in its errors', async () => {
    const quit = openTerminal(await shippedAssistant());
    await quit.types('/quit');
    await quit.ended;
    const end = openTerminal(await shippedAssistant());
    await end.ends();
    expect(end.errors).toEqual([]);
  });
});
