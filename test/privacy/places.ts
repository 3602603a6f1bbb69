/** Each channel as a place where somebody says something, in order and in all the wrong ways. */
import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { BODY_LIMIT } from '../../adapters/web/schemas.ts';
import { CHANNEL, type FakeDiscord, SELF } from '../adapters/discord/fake/discord.ts';
import type { Person } from './people.ts';

export interface Place {
  /** Says it and waits for the reply. */
  tell(message: string): Promise<void>;
  /** Everything that goes wrong around a message of this person: bad requests, faults of the platform. */
  trouble(person: Person): Promise<void>;
  /** Bodies and headers of what was refused; empty where the platform has no such thing. */
  readonly refusals: readonly string[];
  /** Addresses that the bot called or answered with. */
  urls(): readonly string[];
  /** Ids of people, places and deliveries so far. */
  ids(): readonly string[];
}

/** The server may hang up while too much is still being sent. */
const CUT = { status: 413 };
const PATIENT = { timeout: 30_000, interval: 5 };

/** @param url of the server on HOST:PORT */
export function webPlace(url: string): Place {
  const refusals: string[] = [];
  const ids: string[] = [];
  const urls: string[] = [];
  const send = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${url}${path}`, { redirect: 'manual', ...init });
    const body = await response.text();
    const headers = JSON.stringify([...response.headers]);
    urls.push(response.headers.get('location') ?? '');
    if (response.status >= 300) refusals.push(headers, body);
    return { status: response.status, headers, body };
  };
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    send(path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address(), ...headers },
    });
  const conversation = () => {
    const id = randomBytes(16).toString('base64url');
    ids.push(id);
    return id;
  };
  /** Everybody comes from an address of their own, told by the one proxy that is trusted. */
  const address = () => {
    const seen = `2001:db8:${(ids.length + 4096).toString(16)}::1`;
    ids.push(seen);
    return seen;
  };
  return {
    tell: async (text) => {
      const id = conversation();
      const reply = await post('/api/messages', JSON.stringify({ conversation: id, text }));
      expect(reply.status).toBe(200);
      const [choice] = JSON.parse(reply.body).choices;
      if (choice) await post('/api/messages', JSON.stringify({ conversation: id, choice: choice.id }));
    },
    trouble: async ({ first, last, born, phone, record, email }) => {
      const name = `${first} ${last}`;
      const id = conversation();
      const slug = `${first}-${last}/${record}`.toLowerCase();
      const refused = [
        post('/api/messages', `{"conversation":"${id}","text":"i am ${name}`),
        post('/api/messages', JSON.stringify({ conversation: name, text: born })),
        post('/api/messages', JSON.stringify({ conversation: id, text: name, [phone]: record })),
        post('/api/messages', JSON.stringify({ conversation: id, choice: `${name} ${record}`.repeat(9) })),
        post('/api/messages', `${name} ${born} `, { 'content-type': `text/plain; name="${last}"` }),
        post('/api/messages', JSON.stringify({ conversation: id, text: name.padEnd(BODY_LIMIT) })).catch(() => CUT),
        post('/api/messages', JSON.stringify({ conversation: id, text: name }), { 'sec-fetch-site': 'cross-site' }),
        post('/api/feedback', JSON.stringify({ helpful: false, kind: 'answer', about: name })),
        send(`/guides/${encodeURIComponent(name)}`),
        send(`/${last}/${record}?name=${first}`),
        send(`/api/messages?text=${encodeURIComponent(`${name} ${born}`)}`),
        send('/metrics', { headers: { authorization: `Bearer ${name}` } }),
      ];
      for (const answer of refused) expect((await answer).status).toBeGreaterThanOrEqual(400);
      const taken = [
        post('/api/messages', JSON.stringify({ conversation: id, choice: `${name} ${record}` })),
        post('/api/messages', JSON.stringify({ conversation: id, text: 'hi' }), {
          'user-agent': `${name} ${email}`,
          'x-forwarded-for': record,
          referer: `http://127.0.0.1/${record}?${last}`,
          cookie: `name=${first}${last}`,
        }),
        post('/api/feedback', JSON.stringify({ helpful: false, kind: 'answer', about: slug })),
      ];
      for (const answer of taken) expect((await answer).status).toBeLessThan(300);
    },
    refusals,
    urls: () => urls,
    ids: () => ids,
  };
}

export function discordPlace(fake: FakeDiscord): Place {
  const { world } = fake;
  const people: string[] = [];
  const person = () => {
    const id = `14${String(people.length).padStart(17, '0')}`;
    people.push(id);
    return id;
  };
  const settled = async (act: () => unknown) => {
    const before = world.messages.length;
    act();
    await expect.poll(() => world.messages.length, PATIENT).toBeGreaterThan(before);
  };
  const ways: readonly ((text: string) => unknown)[] = [
    (text) => fake.writesDirectly(person(), text),
    (text) => fake.commands(person(), 'server', 'faq', { question: text }),
    (text) => fake.writesInServer(person(), `<@${SELF}> ${text}`),
    (text) => fake.asksAbout(person(), 'abroad', 'Ask the FAQ about this', text),
  ];
  let told = 0;
  const inAllWays = async (text: string) => {
    fake.types(person(), 'faq', 'question', text.slice(0, 90));
    await settled(() => ways[told % ways.length]?.(text));
    told += 1;
  };
  return {
    tell: inAllWays,
    trouble: async ({ first, last, record }) => {
      const name = `${first} ${last}`;
      const alarm = `i am ${name}, my legs are numb and i cant pee`;
      const on = { id: fake.nextId(), channel: CHANNEL, hidden: false, body: {} };
      await settled(() => fake.presses(person(), 'server', on, `${name} ${record}`));
      await settled(() => fake.commands(person(), 'server', `faq-${last}`.toLowerCase(), { [first]: record }));
      for (const [on, how] of [
        [/channels/u, 500],
        [/PATCH/u, 502],
        [/PATCH/u, 'lost'],
      ] as const) {
        const fault = { on, how, times: 1 };
        world.faults.push(fault);
        await inAllWays(`${alarm} ${record}`);
        fault.times = 0;
      }
      const unreachable = { on: /callback/u, how: 'reset', times: 2 } as const;
      world.faults.push(unreachable);
      fake.commands(person(), 'server', 'faq', { question: alarm });
      await expect.poll(() => unreachable.times, PATIENT).toBe(0);
    },
    refusals: [],
    urls: () => world.urls,
    ids: () => [...people, ...[...world.asked.values()].flatMap(({ id, token }) => [id, token])],
  };
}
