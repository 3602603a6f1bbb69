import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { BODY_LIMIT } from '../../adapters/web/schemas.ts';
import type { Place } from './place.ts';

/** The server may hang up while too much is still being sent. */
const CUT = { status: 413 };

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
        post('/desk/sign-in', `token=${last}${record}`, { 'content-type': 'application/x-www-form-urlencoded' }),
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
