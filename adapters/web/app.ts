import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import { safeReply } from '#core';
import { conversationKey, createConverse, createFlight, type Flight, type Services } from '../shared/index.ts';
import { clientAddress, createLimit } from './limit.ts';
import { addPages } from './pages.ts';
import { render } from './render.ts';
import { BODY_LIMIT, type Fault, feedbackSchema, messageSchema } from './schemas.ts';
import { protect } from './security.ts';

export interface WebOptions extends Omit<Services, 'channel'> {
  /** TRUST_PROXY. */
  readonly proxies?: number;
  /** WEB_FRAME_ANCESTORS. */
  readonly frameAncestors?: readonly string[];
  /** Messages a minute and client. */
  readonly perMinute?: number;
  /** False once the server is stopping: /readyz then says no. */
  readonly ready?: () => boolean;
  /** Counts answers under way. */
  readonly flight?: Flight;
}

const STATUS: Readonly<Record<Fault['error'], 400 | 403 | 404 | 413 | 415 | 429 | 500>> = {
  'bad-request': 400,
  'foreign-site': 403,
  'not-found': 404,
  'too-large': 413,
  'not-json': 415,
  'too-many': 429,
  failed: 500,
};

/** The clinic's own page and its JSON endpoint. */
export function createWeb(options: WebOptions): Hono {
  const { desk, log, now, proxies = 0, frameAncestors = [], perMinute, ready = () => true } = options;
  const flight = options.flight ?? createFlight();
  const converse = createConverse({ channel: 'web', ...options });
  const limit = createLimit(perMinute);
  const app = new Hono();

  /** Nothing of the request stands in an error; the numbers always do. */
  const refuse = (c: Context, error: Fault['error']) => {
    const { reply } = safeReply(desk.current().knowledge, 'patient', now());
    return c.json({ error, text: render(reply).text } satisfies Fault, STATUS[error]);
  };

  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 413) return refuse(c, 'too-large');
    log.error('request-failed', error, { channel: 'web' });
    return refuse(c, 'failed');
  });
  app.notFound((c) => refuse(c, 'not-found'));
  app.use(protect(frameAncestors), compress());

  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/readyz', (c) => (ready() ? c.json({ ok: true }) : c.json({ ok: false }, 503)));

  app.use('/api/*', async (c, next) => {
    c.header('Cache-Control', 'no-store');
    if (c.req.method !== 'POST') return next();
    if (!['same-origin', 'none', undefined].includes(c.req.header('sec-fetch-site'))) return refuse(c, 'foreign-site');
    if (!/^application\/json\s*(;|$)/iu.test(c.req.header('content-type') ?? '')) return refuse(c, 'not-json');
    const address = clientAddress(addressOf(c), c.req.header('x-forwarded-for'), proxies);
    const wait = await limit(address);
    if (wait === null) return next();
    log.warn('too-many', { channel: 'web' });
    c.header('Retry-After', String(wait));
    return refuse(c, 'too-many');
  });
  app.use('/api/*', bodyLimit({ maxSize: BODY_LIMIT, onError: (c) => refuse(c, 'too-large') }));

  app.post('/api/messages', async (c) => {
    const parsed = messageSchema.safeParse(await readJson(c));
    if (!parsed.success) return refuse(c, 'bad-request');
    const { conversation, ...input } = parsed.data;
    const key = conversationKey('web', conversation);
    const turn = await flight.track(converse({ input, key, audience: 'patient', procedure: null }));
    return c.json(render(turn.reply));
  });
  app.post('/api/feedback', async (c) => {
    const parsed = feedbackSchema.safeParse(await readJson(c));
    if (!parsed.success) return refuse(c, 'bad-request');
    const { kind, helpful } = parsed.data;
    log.info('feedback', { channel: 'web', kind, code: helpful ? 'up' : 'down' });
    return c.body(null, 204);
  });

  addPages(app, desk, now);
  return app;
}

/** Undefined for what is no JSON: a parser's message would quote it. */
async function readJson(c: Context): Promise<unknown> {
  const body = await c.req.text();
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Empty where a test asks without a socket. */
function addressOf(c: Context): string {
  return c.env === undefined || !('incoming' in c.env) ? '' : (getConnInfo(c).remote.address ?? '');
}
