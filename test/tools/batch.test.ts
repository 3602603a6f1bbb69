import { describe, expect, it } from 'vitest';
import type { Assistant } from '#core';
import { answerBatch, type BatchOptions } from '../../tools/batch.ts';
import { toLines } from '../../tools/lines.ts';
import { NOW } from '../conformance/replies.ts';
import { shippedAssistant } from '../support.ts';

/** Answers lines, given as objects or as raw text: what is written, what is said beside it, the exit status. */
async function batch(lines: readonly (object | string)[], options: Partial<BatchOptions & Assistant> = {}) {
  const out: string[] = [];
  const said: string[] = [];
  const assistant = { ...(await shippedAssistant()), ...options };
  const raw = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  const status = await answerBatch(
    assistant,
    (async function* () {
      yield* raw;
    })(),
    {
      audience: 'patient',
      procedure: null,
      now: NOW,
      write: async (line) => void out.push(line),
      progress: (text) => said.push(text),
      ...options,
    },
  );
  return { replies: out.map((line) => JSON.parse(line)), out, said, status };
}

describe('a batch', () => {
  it('answers each line in order, in the form of the contract', async () => {
    const { replies, said, status } = await batch([
      { id: 'a', text: 'can i ice it' },
      { id: 2, text: '' },
      { id: 0, text: 'i cant breathe' },
      { id: '', text: 'hi', session: null, audience: null, procedure: null, label: 'ignored' },
    ]);
    expect(replies.map(({ id }) => id)).toEqual(['a', 2, 0, '']);
    for (const reply of replies) {
      expect(Object.keys(reply).join()).toBe('id,kind,level,procedure,lead,points,confidence,text,ms');
      expect(reply.text.trim()).not.toBe('');
      expect(reply.level === null).toBe(reply.kind !== 'escalate');
      expect(reply.confidence === null).toBe(reply.kind === 'escalate' || reply.kind === 'help');
      expect(reply.ms).toBeGreaterThanOrEqual(0);
    }
    expect(replies.map(({ kind }) => kind)).toEqual(['answer', 'help', 'escalate', 'help']);
    expect([said, status]).toEqual([[], 0]);
  });

  it('keeps a session as one conversation, also among others, and everything else apart', async () => {
    const { replies } = await batch([
      { id: 1, text: 'how do i prepare for the facet injection', session: 's' },
      { id: 2, text: 'can i ice it', session: 't' },
      { id: 3, text: 'can i ice it', session: 's' },
      { id: 4, text: 'can i ice it' },
      { id: 5, text: 'can i ice it', session: '__proto__' },
    ]);
    const named = replies[0].procedure;
    expect(named).not.toBeNull();
    expect(replies.map(({ procedure }) => procedure)).toEqual([named, null, named, null, null]);
  });

  it('takes audience and guide from the line, else from the options; the text beats both', async () => {
    const assistant = await shippedAssistant();
    const [one = '', other = ''] = assistant.knowledge.guides.keys();
    const { replies } = await batch(
      [
        { id: 1, text: 'can i ice it' },
        { id: 2, text: 'can i ice it', procedure: other, audience: 'patient' },
        { id: 3, text: `can i ice it after ${one}`, procedure: other },
      ],
      { audience: 'staff', procedure: one },
    );
    expect(replies.map(({ procedure }) => procedure)).toEqual([one, other, one]);
    expect(replies.map(({ text }) => text.includes('/recovery/ice'))).toEqual([true, false, true]);
  });

  it('gives a faulty line its own error, answers the rest, and ends with status 1', async () => {
    const { replies, said, status } = await batch([
      'not json',
      'null',
      '[]',
      '"text"',
      '{"id":1',
      { text: 'no id' },
      { id: null, text: 'x' },
      { id: true, text: 'x' },
      { id: 7 },
      { id: 8, text: 5 },
      { id: 9, text: 'x', audience: 'boss' },
      { id: 10, text: 'x', procedure: '99999' },
      { id: 11, text: 'hi' },
    ]);
    expect(replies.map(({ id }) => id)).toEqual([null, null, null, null, null, null, null, null, 7, 8, 9, 10, 11]);
    for (const faulty of replies.slice(0, -1)) {
      expect(Object.keys(faulty)).toEqual(['id', 'error']);
      expect(faulty.error.trim()).not.toBe('');
    }
    expect(replies.at(-1).kind).toBe('help');
    expect(said).toEqual(['12 of 13 lines were faulty; see the lines with "error"']);
    expect(status).toBe(1);
  });

  it('goes on where the program fails at one line', async () => {
    const { reply } = await shippedAssistant();
    const { replies, status } = await batch(
      [
        { id: 1, text: 'boom' },
        { id: 2, text: 'hi' },
      ],
      {
        reply: (request) => {
          if ('text' in request.input && request.input.text === 'boom') throw new Error('no');
          return reply(request);
        },
      },
    );
    expect(replies[0]).toEqual({ id: 1, error: 'the program failed: no' });
    expect([replies[1].kind, status]).toEqual(['help', 1]);
  });

  it('is the same every time, the time aside', async () => {
    const lines = ['when can i exercise', 'i cant breathe', 'asdf'].map((text, id) => ({ id, text, session: 's' }));
    const strip = ({ out }: { out: readonly string[] }) => out.map((line) => line.replace(/"ms":[\d.]+/u, ''));
    expect(strip(await batch(lines))).toEqual(strip(await batch(lines)));
  });

  it('leaves out empty lines, and explains itself where asked', async () => {
    const explained: unknown[] = [];
    const { replies } = await batch(['', '  ', { id: 1, text: 'hi' }], { onTurn: (id) => explained.push(id) });
    expect([replies.length, explained]).toEqual([1, [1]]);
  });
});

describe('lines', () => {
  const read = async (...chunks: Uint8Array[]) => {
    const lines: string[] = [];
    for await (const line of toLines(
      (async function* () {
        yield* chunks;
      })(),
    ))
      lines.push(line);
    return lines;
  };
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('end at line feeds only, and drop a byte order mark', async () => {
    expect(await read(bytes('\ufeffa\r\nb\u2028c\rd\n\ne'))).toEqual(['a', 'b\u2028c\rd', '', 'e']);
    expect(await read(bytes('a\n'))).toEqual(['a']);
    expect(await read()).toEqual([]);
  });

  it('are whole however the bytes arrive', async () => {
    const all = bytes('{"id":"é😀"}\nnext');
    for (let at = 0; at <= all.length; at++)
      expect(await read(all.subarray(0, at), all.subarray(at))).toEqual(['{"id":"é😀"}', 'next']);
  });
});
