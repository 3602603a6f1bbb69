import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createSay } from '#core';
import { clientAddress, createLog, networkOf } from '../../../adapters/shared/index.ts';
import { BODY_LIMIT, errorSchema } from '../../../adapters/web/schemas.ts';
import { shippedAssistant } from '../../support.ts';
import { CONVERSATION as conversation, web } from './open-web.ts';

const PAGE = join(import.meta.dirname, '../../../adapters/web/page');
const PAGE_LIMIT = 60_000;

describe('the web server at its door', () => {
  it.for([
    ['no JSON', '{"text": "my name is Ann', 400],
    ['no conversation', { text: 'hi' }, 400],
    ['a guessable conversation', { conversation: '1', text: 'hi' }, 400],
    ['text and choice', { conversation, text: 'hi', choice: 'x' }, 400],
    ['a long choice', { conversation, choice: 'x'.repeat(101) }, 400],
    ['a list', [], 400],
    ['too much', { conversation, text: 'x'.repeat(BODY_LIMIT) }, 413],
  ] as const)('refuses %s with the numbers and without the words', async ([, body, status]) => {
    const response = await (await web()).post('/api/messages', body);
    expect(response.status).toBe(status);
    const { text } = errorSchema.parse(await response.json());
    expect(text).toContain('911');
    expect(text).not.toContain('Ann');
  });

  it('takes JSON only, and from its own page only', async () => {
    const { post } = await web();
    const body = { conversation, text: 'hi' };
    expect((await post('/api/messages', body, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post('/api/messages', body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('knows its methods: 405 says which, HEAD is GET without a body, and an unknown path is none', async () => {
    const { url, post } = await web();
    const ask = (method: string, path: string) => fetch(`${url}${path}`, { method });
    for (const [method, path, allowed] of [
      ['GET', '/api/messages?text=hi', 'POST'],
      ['HEAD', '/api/messages', 'POST'],
      ['DELETE', '/api/feedback', 'POST'],
      ['OPTIONS', '/api/messages', 'POST'],
      ['POST', '/api/suggestions', 'GET, HEAD'],
      ['POST', '/', 'GET, HEAD'],
      ['PUT', '/compare', 'GET, HEAD'],
      ['POST', '/main.js', 'GET, HEAD'],
    ] as const) {
      const response = await ask(method, path);
      expect([response.status, response.headers.get('allow')], `${method} ${path}`).toEqual([405, allowed]);
      const body = await response.text();
      if (method !== 'HEAD') expect(errorSchema.parse(JSON.parse(body))).toMatchObject({ error: 'wrong-method' });
    }
    for (const path of ['/', '/compare', '/api/suggestions', '/widget.js']) {
      const head = await ask('HEAD', path);
      expect([head.status, await head.text()], path).toEqual([200, '']);
      expect(head.headers.get('content-type')).toBe((await ask('GET', path)).headers.get('content-type'));
    }
    for (const response of [await post('/api/none', {}), await ask('GET', '/api/none'), await ask('GET', '/none')]) {
      expect(response.status).toBe(404);
      expect(errorSchema.parse(await response.json())).toMatchObject({ error: 'not-found' });
    }
  });

  it('limits a client, says when to come back, and still shows the numbers', async () => {
    const { post } = await web({ perMinute: 2 });
    const ask = () => post('/api/messages', { conversation, text: 'hi' });
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.text()).toContain('911');
  });

  it('tells clients apart by what its own proxy saw, and by network in IPv6', async () => {
    expect(clientAddress('10.0.0.1', '6.6.6.6, 1.2.3.4', 1)).toBe('1.2.3.4');
    expect(clientAddress('10.0.0.1', '6.6.6.6, 1.2.3.4', 0)).toBe('10.0.0.1');
    expect(clientAddress('10.0.0.1', undefined, 1)).toBe('10.0.0.1');
    expect(networkOf('2001:db8::1')).toBe(networkOf('2001:db8:0:0:9:9:9:9'));
    expect(networkOf('2001:db8::1')).not.toBe(networkOf('2001:db8:0:1::1'));
  });

  it('sets a strict policy, no cookie, and lets no cache keep an answer', async () => {
    const { post, get } = await web();
    const page = await get('/');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    const answer = await post('/api/messages', { conversation, text: 'hi' });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    for (const { headers } of [page, answer]) expect(headers.get('set-cookie')).toBeNull();
    const framed = await (await web({ frameAncestors: ['https://clinic.example'] })).get('/');
    expect(framed.headers.get('content-security-policy')).toContain("frame-ancestors 'self' https://clinic.example");
    expect(framed.headers.get('x-frame-options')).toBeNull();
  });

  it('is alive and ready, and counts thumbs without words', async () => {
    const lines: string[] = [];
    const log = createLog({ destination: { write: (line) => void lines.push(line) } });
    const { get, post } = await web({ house: { log } });
    expect([(await get('/healthz')).status, (await get('/readyz')).status]).toEqual([200, 200]);
    const thumb = { helpful: false, kind: 'answer', about: 'recovery/shower' };
    expect((await post('/api/feedback', thumb)).status).toBe(204);
    expect((await post('/api/feedback', { ...thumb, why: 'Ann' })).status).toBe(400);
    expect((await post('/api/feedback', { ...thumb, about: 'My name is Ann' })).status).toBe(400);
    await log.flush();
    expect(JSON.parse(lines.join(''))).toMatchObject({ event: 'feedback', kind: 'answer', code: 'down' });
  });
});

describe('the page as files', () => {
  it('is under 60 kB compressed, with all its parts', async () => {
    const { get } = await web();
    const paths = ['/', '/api/suggestions', ...readdirSync(PAGE).map((name) => `/${name}`)];
    const sizes = await Promise.all(
      paths.map(async (path) => {
        const response = await get(path);
        expect(response.status, path).toBe(200);
        return gzipSync(await response.text()).length;
      }),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(PAGE_LIMIT);
  });

  it('prints every fact of a guide with its cautions', async () => {
    const { get } = await web();
    const start = await (await get('/')).text();
    const paths = [...start.matchAll(/href="(\/guides\/[^"]+)"/gu)].map(([, path]) => path ?? '');
    expect(paths).toHaveLength(2);
    const { knowledge } = await shippedAssistant();
    const net = createSay(knowledge)('safety-net');
    for (const path of paths) {
      const page = toWords(await (await get(path)).text());
      expect(page).toContain(net);
      const guide = knowledge.guides.get(path.split('/').at(-1) ?? '');
      for (const { text, cautions } of guide?.facts.values() ?? []) {
        const needed = [text, ...cautions.map((id) => knowledge.cautions.get(id)?.text ?? id)];
        expect(needed.filter((words) => !page.includes(words))).toEqual([]);
      }
    }
    const compare = toWords(await (await get('/compare')).text());
    for (const { text } of knowledge.facts.values()) expect(compare).toContain(text);
    expect((await get('/guides/none')).status).toBe(404);
  });
});

/** What a person reads of a page, as far as these tests look. */
function toWords(html: string): string {
  return html
    .replace(/<\/?a\b[^>]*>/gu, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
