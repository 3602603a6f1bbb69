/** `npm run soak`: a million random inputs at every door give a reply or a clear refusal. SOAK_RUNS makes it shorter, for a try. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toPlainText } from '#core';
import { createHouse, silentLog } from '../../adapters/shared/index.ts';
import { createWeb } from '../../adapters/web/app.ts';
import { errorSchema, replySchema } from '../../adapters/web/schemas.ts';
import { answerBatch } from '../../tools/batch.ts';
import { NOW } from '../conformance/replies.ts';
import { createPerson, shippedAssistant } from '../support.ts';

const RUNS = Number(process.env.SOAK_RUNS ?? 1_000_000);
/** Bounds for one input of up to some 300 characters, in milliseconds; the machine may be busy. */
const SLOWEST_MS = 1_000;
const MEAN_MS = 5;
const WORDS = 'can|i|ice|it|not|facet|si|joint|x-ray|compare|recovery|numb|legs|pain|20957|?|!|\n|😀|\u202e|hi'.split(
  '|',
);

const text = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((words) => words.join(' ')) },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);
/** Anything in place of a field: the right thing, the wrong thing, nothing. */
const odd = fc.oneof(text, fc.jsonValue({ maxDepth: 1 }), fc.constant(undefined));
const json = (value: unknown) => JSON.stringify(value) ?? '';

it('the core: half of them each get a reply, in bounded time', async () => {
  const assistant = await shippedAssistant();
  let [slowest, total] = [0, 0];
  const numRuns = RUNS / 2;
  fc.assert(
    fc.property(text, fc.boolean(), (typed, pressed) => {
      const person = createPerson(assistant);
      const started = performance.now();
      const reply = pressed ? person.presses(typed) : person.types(typed);
      const ms = performance.now() - started;
      slowest = Math.max(slowest, ms);
      total += ms;
      return toPlainText(reply).length > 0;
    }),
    { numRuns },
  );
  console.log(`core: ${numRuns} inputs, mean ${(total / numRuns).toFixed(2)} ms, slowest ${slowest.toFixed(0)} ms`);
  expect(slowest).toBeLessThan(SLOWEST_MS);
  expect(total / numRuns).toBeLessThan(MEAN_MS);
});

/** What the server knows of a connection. */
const SOMEBODY = { incoming: { socket: { remoteAddress: '203.0.113.7' } } };

it('the web endpoint: a quarter of them each get a reply, or a refusal with the numbers to call', async () => {
  const assistant = await shippedAssistant();
  const house = createHouse({ desk: { current: () => assistant }, log: silentLog, now: () => NOW });
  const app = createWeb({ house, perMinute: Number.MAX_SAFE_INTEGER });
  const conversation = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 99 }).map((id) => String(id).padStart(22, 'c')) },
    { weight: 1, arbitrary: odd },
  );
  const body = fc.oneof(
    { weight: 5, arbitrary: fc.record({ conversation, text }).map(json) },
    { weight: 2, arbitrary: fc.record({ conversation, choice: text }).map(json) },
    {
      weight: 2,
      arbitrary: fc.record({ conversation, text: odd, choice: odd, helpful: odd, kind: odd, about: odd }).map(json),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  );
  const mostly = <T>(usual: T, others: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: others });
  const path = mostly(
    '/api/messages',
    fc.oneof(
      fc.constantFrom('/api/feedback', '/', '/compare', '/api/suggestions', '/guides/20957'),
      fc.webPath().map((any) => (any.startsWith('/') ? any : `/${any}`)),
    ),
  );
  const method = mostly('POST', fc.constantFrom('GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'));
  const type = mostly('application/json', fc.constantFrom('text/plain', 'application/json; charset=x', ''));
  const seen = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(path, method, type, body, async (to, verb, contentType, said) => {
      const bare = verb === 'GET' || verb === 'HEAD';
      const headers = { 'content-type': contentType };
      const response = await app.request(to, { method: verb, headers, ...(bare ? {} : { body: said }) }, SOMEBODY);
      seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
      const answer = await response.text();
      if (verb === 'HEAD') return response.status < 500;
      if (response.status < 400) return to !== '/api/messages' || replySchema.parse(JSON.parse(answer)).text.length > 0;
      return response.status < 500 && errorSchema.parse(JSON.parse(answer)).text.includes('911');
    }),
    { numRuns: RUNS / 4 },
  );
  console.log(`web: ${RUNS / 4} requests, by status ${JSON.stringify(Object.fromEntries(seen))}`);
  expect(seen.get(200)).toBeGreaterThan(RUNS / 10);
});

it('a batch: a quarter of them each get one line, in order, with a reply or with what is wrong', async () => {
  const assistant = await shippedAssistant();
  const line = fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .record(
          {
            id: fc.oneof(fc.integer(), text),
            text,
            session: fc.constantFrom('a', 'b', 'c', null),
            audience: fc.constantFrom('patient', 'staff'),
            procedure: fc.constantFrom('20957', '20962', null),
          },
          { requiredKeys: ['id', 'text'] },
        )
        .map(json),
    },
    { weight: 2, arbitrary: fc.record({ id: odd, text: odd, session: odd, audience: odd, procedure: odd }).map(json) },
    { weight: 1, arbitrary: fc.jsonValue().map(json) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }).map((any) => any.replace(/[\n\r]/gu, ' ')) },
  );
  const each = 1_000;
  let [replies, refusals] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: each, maxLength: each, size: 'max' }), async (lines) => {
      const out: Record<string, unknown>[] = [];
      const given = lines.filter((one) => one.trim() !== '');
      await answerBatch(
        assistant,
        (async function* () {
          yield* lines;
        })(),
        {
          audience: 'patient',
          procedure: null,
          now: NOW,
          write: async (written) => void out.push(JSON.parse(written)),
          progress: () => {},
        },
      );
      expect(out).toHaveLength(given.length);
      for (const { id, error, text: said } of out) {
        if (error === undefined) replies += 1;
        else refusals += 1;
        expect(error === undefined ? said : error).toMatch(/\S/u);
        expect(String(error)).not.toContain('the program failed');
        expect(id).not.toBeUndefined();
      }
    }),
    { numRuns: Math.max(1, RUNS / 4 / each) },
  );
  console.log(`batch: ${replies} replies, ${refusals} refusals`);
  expect(replies).toBeGreaterThan(refusals);
  expect(refusals).toBeGreaterThan(0);
});
