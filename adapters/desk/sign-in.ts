import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { secureHeaders } from 'hono/secure-headers';
import { clientAddress, type House, networkOf } from '../shared/index.ts';
import { readForm } from './form.ts';
import { refusedPage, signInPage } from './html.ts';
import { createSessions, SESSION_MS, type Sessions } from './session.ts';
import type { DeskSettings } from './settings.ts';

/** Attempts to sign in that one network may make in a quarter of an hour. */
const ATTEMPTS = 10;
const ATTEMPTS_S = 15 * 60;
const COOKIE = 'desk';

export interface SignInOptions {
  readonly path: string;
  readonly house: Pick<House, 'limit' | 'log' | 'now'>;
  readonly settings: DeskSettings;
}

/** Puts the sign-in before everything that is added to the app later. No patient's page links here, and no search engine looks. */
export function addSignIn(app: Hono, { path, house, settings }: SignInOptions): void {
  const { log, now } = house;
  const { token, proxyHeader, proxies, secure } = settings;
  const sessions: Sessions | null = token === null ? null : createSessions(token);
  const limit = house.limit(ATTEMPTS, ATTEMPTS_S);
  const cookie = { path, httpOnly: true, sameSite: 'Strict', secure } as const;

  app.use(protect, async (c, next) => {
    if (c.req.method === 'POST' && !isOwnForm(c)) return c.html(refusedPage(path), 403);
    return next();
  });

  if (sessions !== null) {
    app.get('/sign-in', (c) => c.html(signInPage(path, '')));
    app.post('/sign-in', async (c) => {
      const address = networkOf(clientAddress(addressOf(c), c.req.header('x-forwarded-for'), proxies));
      const wait = await limit(`desk ${address}`);
      if (wait !== null) {
        log.warn('desk-too-many', { channel: 'desk' });
        c.header('Retry-After', String(wait));
        return c.html(signInPage(path, 'Too many attempts. Please wait a quarter of an hour.'), 429);
      }
      const { token: given } = await readForm(c);
      if (typeof given !== 'string' || !sessions.isToken(given)) {
        log.warn('desk-refused', { channel: 'desk' });
        return c.html(signInPage(path, 'That is not the token.'), 401);
      }
      setCookie(c, COOKIE, sessions.open(now()), { ...cookie, maxAge: SESSION_MS / 1000 });
      return c.redirect(path, 303);
    });
    app.post('/sign-out', (c) => {
      deleteCookie(c, COOKIE, cookie);
      return c.redirect(`${path}/sign-in`, 303);
    });
  }

  app.use(async (c, next) => {
    const isNamed = proxyHeader !== null && (c.req.header(proxyHeader) ?? '').trim() !== '';
    if (isNamed || sessions?.isOpen(getCookie(c, COOKIE) ?? '', now())) return next();
    if (sessions !== null && c.req.method === 'GET') return c.redirect(`${path}/sign-in`, 303);
    return c.html(refusedPage(path), 403);
  });
}

/** Nothing but the desk's own style and forms; no scripts at all; kept by no cache and found by no search engine. */
const protect: MiddlewareHandler = async (c, next) => {
  await headers(c, next);
  c.res.headers.set('Cache-Control', 'no-store');
  c.res.headers.set('X-Robots-Tag', 'noindex, nofollow');
};

const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'same-origin',
  strictTransportSecurity: false,
  permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [], usb: [] },
});

/** A form of another site is told by the browser; an old browser at least names the site. */
function isOwnForm(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  return URL.parse(c.req.header('origin') ?? '')?.host === c.req.header('host');
}

/** Empty where a test asks without a socket. */
function addressOf(c: Context): string {
  return c.env === undefined || !('incoming' in c.env) ? '' : (getConnInfo(c).remote.address ?? '');
}
