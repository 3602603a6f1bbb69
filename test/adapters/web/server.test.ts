import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLog, readSettings } from '../../../adapters/shared/index.ts';
import { clientAddress, networkOf } from '../../../adapters/web/client.ts';
import { BODY_LIMIT, errorSchema } from '../../../adapters/web/schemas.ts';
import { webSettings } from '../../../adapters/web/settings.ts';
import { CONVERSATION as conversation, web } from './open-web.ts';

const ROOT = join(import.meta.dirname, '../../..');

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
    const { post, get } = await web();
    const body = { conversation, text: 'hi' };
    expect((await post('/api/messages', body, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post('/api/messages', body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await get('/api/messages?text=hi')).status).toBe(404);
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

describe('npm start', () => {
  const start = async (env: Record<string, string>) => {
    const child = spawn(process.execPath, ['adapters/main.ts'], { cwd: ROOT, env: { ...process.env, ...env } });
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
    const ended = once(child, 'exit').then(([code]) => ({ code, said }));
    return { child, ended, heard: () => said };
  };

  it('starts on loopback, answers, and stops in good order', async () => {
    const { child, ended, heard } = await start({ PORT: '0', HOST: '127.0.0.1' });
    await expect.poll(heard, { timeout: 10_000 }).toContain('http://127.0.0.1:');
    const url = /http:\/\/[\d.:]+/u.exec(heard())?.[0] ?? '';
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  it('says when the port is taken', async () => {
    const { port } = await web();
    const { code, said } = await (await start({ PORT: String(port) })).ended;
    expect(code).toBe(1);
    expect(said).toContain(`start: PORT: port ${port} is taken`);
  });

  it('refuses the demo clinic where patients could reach it', async () => {
    const { code, said } = await (await start({ PORT: '0', HOST: '0.0.0.0' })).ended;
    expect(code).toBe(1);
    expect(said).toContain('demo clinic');
  });

  it('reads its settings', () => {
    expect(readSettings(webSettings, {})).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, TRUST_PROXY: 0 });
    const given = { WEB_FRAME_ANCESTORS: 'https://a.example https://b.example' };
    expect(readSettings(webSettings, given).WEB_FRAME_ANCESTORS).toHaveLength(2);
    expect(() => readSettings(webSettings, { WEB_FRAME_ANCESTORS: "* ; script-src 'unsafe-inline'" })).toThrow();
    expect(() => readSettings(webSettings, { TRUST_PROXY: 'yes' })).toThrow();
  });
});
