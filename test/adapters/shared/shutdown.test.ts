import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createFlight, createLog, onCrash, onShutdown, type ShutdownPlan } from '../../../adapters/shared/index.ts';
import { PERSONAL, PERSONAL_MARKS } from '../../conformance/hostile.ts';

/** A process that can be sent signals and tells how it ended. */
function openProcess(plan: Partial<ShutdownPlan> = {}) {
  const happened: string[] = [];
  const log = createLog({ destination: { write: (line) => void happened.push(`log ${JSON.parse(line).event}`) } });
  const flight = createFlight();
  const emitter = new EventEmitter();
  const ended = Promise.withResolvers<number>();
  const part = (step: string) => ({ step, close: async () => void happened.push(step) });
  onShutdown(
    {
      refuse: () => void happened.push('refuse'),
      flight,
      parts: [part('server'), part('store')],
      log,
      graceMs: 200,
      closeMs: 50,
      ...plan,
    },
    {
      on: (signal, listener) => emitter.on(signal, listener),
      off: (signal, listener) => emitter.off(signal, listener),
      exit: ended.resolve,
    },
  );
  return { happened, flight, ended: ended.promise, send: (signal: string) => emitter.emit(signal) };
}

describe('the end of the process', () => {
  it.for(['SIGINT', 'SIGTERM'])('comes in good order at %s', async (signal) => {
    const { happened, flight, ended, send } = openProcess();
    const answer = Promise.withResolvers<void>();
    void flight.track(answer.promise.then(() => void happened.push('answer sent')));
    send(signal);
    setTimeout(answer.resolve, 20);
    expect(await ended).toBe(0);
    expect(happened).toEqual(['refuse', 'log stopping', 'answer sent', 'server', 'store', 'log stopped']);
  });

  it('gives up an answer that takes too long, and says so', async () => {
    const { happened, flight, ended, send } = openProcess({ graceMs: 20 });
    void flight.track(new Promise(() => {}));
    send('SIGTERM');
    expect(await ended).toBe(1);
    expect(happened).toContain('log answers-given-up');
    expect(happened).toContain('store');
  });

  it('closes the next part when one fails or hangs', async () => {
    const closed: string[] = [];
    const { happened, ended, send } = openProcess({
      parts: [
        { step: 'broken', close: () => Promise.reject(new Error('no')) },
        { step: 'stuck', close: () => new Promise(() => {}) },
        { step: 'store', close: async () => void closed.push('store') },
      ],
    });
    send('SIGTERM');
    expect(await ended).toBe(1);
    expect(closed).toEqual(['store']);
    expect(happened).toEqual(expect.arrayContaining(['log close-failed', 'log close-too-slow']));
  });

  it('comes at once at a second signal', async () => {
    const { flight, ended, send } = openProcess({ graceMs: 60_000 });
    void flight.track(new Promise(() => {}));
    send('SIGINT');
    send('SIGINT');
    expect(await ended).toBe(1);
  });

  it('counts a failed answer as over, and passes the failure on', async () => {
    const flight = createFlight();
    await expect(flight.track(Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await flight.landed(50)).toBe(true);
    expect(flight.count).toBe(0);
  });
});

it('a crash is told without its words, and ends the process with status 1', async () => {
  const lines: string[] = [];
  const target = new EventEmitter();
  const ended = Promise.withResolvers<number>();
  onCrash(createLog({ destination: { write: (line) => void lines.push(line) } }), {
    on: (event, listener) => target.on(event, listener),
    exit: ended.resolve,
  });
  target.emit('uncaughtException', new TypeError(PERSONAL));
  expect(await ended.promise).toBe(1);
  expect(lines.join('')).toMatch(/"event":"crashed"/u);
  expect(lines.join('')).not.toMatch(PERSONAL_MARKS);
});
