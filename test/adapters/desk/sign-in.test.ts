import { describe, expect, it } from 'vitest';
import { SESSION_MS } from '../../../adapters/desk/session.ts';
import { readDeskSettings } from '../../../adapters/desk/settings.ts';
import { createLog } from '../../../adapters/shared/index.ts';
import { NOW } from '../../conformance/replies.ts';
import { openDeskServer, TOKEN } from './open-desk.ts';

const PAGES = ['', '/gaps', '/wordings', '/words', '/reviews', '/propose?entry=relief-duration'];
const FORMS = ['/words', '/propose', '/patch'];

describe('the way to the desk', () => {
  it('is not there unless it is set up', async () => {
    const { ask, submit } = await openDeskServer({ environment: {} });
    for (const page of PAGES) expect((await ask(`/desk${page}`)).status, page).toBe(404);
    expect((await submit('/desk/sign-in', { token: TOKEN })).status).toBe(404);
  });

  it('is closed to whoever is not signed in', async () => {
    const { ask, submit } = await openDeskServer();
    for (const page of PAGES) {
      const response = await ask(`/desk${page}`);
      expect([response.status, response.headers.get('location')], page).toEqual([303, '/desk/sign-in']);
      expect(await response.text()).toBe('');
    }
    for (const form of FORMS)
      expect((await submit(`/desk${form}`, { entry: 'relief-duration', wordings: 'x' })).status, form).toBe(403);
    const forged = [`desk=${NOW + SESSION_MS}.nonce.signature`, 'desk=', 'desk=..', `desk=${'x'.repeat(5_000)}`];
    for (const cookie of forged) expect((await ask('/desk', { headers: { cookie } })).status, cookie).toBe(303);
  });

  it('leads nowhere from a page of patients, and a patient sees no sign of it', async () => {
    const { ask } = await openDeskServer();
    const page = await ask('/');
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain('desk');
  });

  it('opens with the token, for eight hours, by a cookie that no script and no other site gets', async () => {
    let time = NOW;
    const { ask, submit } = await openDeskServer({ now: () => time });
    const response = await submit('/desk/sign-in', { token: TOKEN });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/desk']);
    const cookie = response.headers.get('set-cookie') ?? '';
    for (const flag of ['HttpOnly', 'SameSite=Strict', 'Path=/desk', 'Max-Age=28800']) expect(cookie).toContain(flag);
    expect(cookie).not.toContain(TOKEN);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    expect((await ask('/desk', { headers })).status).toBe(200);
    time += SESSION_MS;
    expect((await ask('/desk', { headers })).status).toBe(303);
  });

  it('sends the cookie over TLS only, wherever it is reached from elsewhere', async () => {
    const here = readDeskSettings({ DESK_TOKEN: TOKEN });
    expect(here?.secure).toBe(false);
    expect(readDeskSettings({ DESK_TOKEN: TOKEN, HOST: '0.0.0.0' })?.secure).toBe(true);
    const { submit } = await openDeskServer({ environment: { DESK_TOKEN: TOKEN, TRUST_PROXY: '1' } });
    expect((await submit('/desk/sign-in', { token: TOKEN })).headers.get('set-cookie')).toContain('Secure');
  });

  it('closes again when somebody signs out', async () => {
    const { submit, signIn } = await openDeskServer();
    const response = await submit('/desk/sign-out', {}, await signIn());
    expect(response.headers.get('set-cookie')).toMatch(/^desk=;.*Max-Age=0/u);
  });

  it('refuses a wrong token, and after ten attempts anybody for a while, and logs neither token nor address', async () => {
    const lines: string[] = [];
    const log = createLog({ destination: { write: (line) => void lines.push(line) } });
    const { submit } = await openDeskServer({ log });
    for (const token of ['', 'wrong', TOKEN.slice(1), `${TOKEN}x`, ...Array(6).fill('again')]) {
      const response = await submit('/desk/sign-in', { token });
      expect(response.status).toBe(401);
      expect(response.headers.get('set-cookie')).toBeNull();
      expect(await response.text()).not.toContain('again');
    }
    const late = await submit('/desk/sign-in', { token: TOKEN });
    expect(late.status).toBe(429);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    await log.flush();
    expect(lines.join('')).toContain('desk-refused');
    expect(lines.join('')).not.toMatch(/again|127\.0\.0\.1|a-token/u);
  });

  it('takes no body that is no form, and none that is too large', async () => {
    const { ask } = await openDeskServer();
    const post = (body: string, type: string) =>
      ask('/desk/sign-in', {
        method: 'POST',
        body,
        headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
      });
    expect((await post('{"token":"x"}', 'application/json')).status).toBe(401);
    expect((await post('broken', 'multipart/form-data; boundary=x')).status).toBe(401);
    expect((await post(`token=${'x'.repeat(70_000)}`, 'application/x-www-form-urlencoded')).status).toBe(413);
  });

  it('takes no form of another site', async () => {
    const { ask, submit, signIn } = await openDeskServer();
    const { cookie } = await signIn();
    for (const site of ['cross-site', 'same-site', 'none'])
      expect((await submit('/desk/words', { id: 'x', state: 'done' }, { cookie, 'sec-fetch-site': site })).status).toBe(
        403,
      );
    const old = (origin: string) =>
      ask('/desk/words', { method: 'POST', body: new URLSearchParams({ id: 'x' }), headers: { cookie, origin } });
    expect((await old('https://evil.example')).status).toBe(403);
    expect((await old('null')).status).toBe(403);
  });

  it('opens by the header of the operator’s own proxy, and then without a token', async () => {
    const environment = { DESK_PROXY_HEADER: 'X-Forwarded-User', TRUST_PROXY: '1' };
    const { ask, submit } = await openDeskServer({ environment });
    expect((await ask('/desk', { headers: { 'x-forwarded-user': 'nurse' } })).status).toBe(200);
    expect((await ask('/desk')).status).toBe(403);
    expect((await ask('/desk', { headers: { 'x-forwarded-user': ' ' } })).status).toBe(403);
    expect((await submit('/desk/sign-in', { token: '' })).status).toBe(403);
  });

  it('lets no script run, no frame show it, no cache keep it and no search engine find it', async () => {
    const { ask, signIn } = await openDeskServer();
    const { headers } = await ask('/desk', { headers: await signIn() });
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of ["default-src 'none'", "style-src 'self'", "form-action 'self'", "frame-ancestors 'none'"])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/script-src|unsafe/u);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
  });

  it.for([
    [{ DESK_TOKEN: 'short' }, 'DESK_TOKEN: expected 24'],
    [{ DESK_PROXY_HEADER: 'X-Forwarded-User' }, 'anybody could send this header'],
    [{ DESK_PROXY_HEADER: 'X User', TRUST_PROXY: '1' }, 'DESK_PROXY_HEADER: expected the name'],
    [{ DESK_TOKEN: TOKEN, REVIEW_DAYS: '0' }, 'REVIEW_DAYS: expected'],
  ] as const)('refuses %o in one clear line', ([environment, said]) => {
    expect(() => readDeskSettings(environment)).toThrow(said);
  });
});
