import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import { safeReply, toPlainText } from '#core';
import { conversationKey, createConverse, type House, toInert } from '../shared/index.ts';
import { clientAddress, networkOf, PER_MINUTE } from './client.ts';
import { addPages } from './pages.ts';
import { render } from './render.ts';
import { BODY_LIMIT, type Fault, feedbackSchema, messageSchema } from './schemas.ts';
import { protect } from './security.ts';

export interface WebOptions {
  readonly house: Pick<House, 'services' | 'flight' | 'limit' | 'onFeedback'>;
  /** TRUST_PROXY. */
  readonly proxies?: number;
  /** WEB_FRAME_ANCESTORS. */
  readonly frameAncestors?: readonly string[];
  /** Messages a minute and client. */
  readonly perMinute?: number;
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
  const { house, proxies = 0, frameAncestors = [], perMinute = PER_MINUTE } = options;
  const services = house.services('web');
  const { desk, log, now } = services;
  const converse = createConverse(services);
  const limit = house.limit(perMinute, 60);
  const app = new Hono();

  /** Nothing of the request stands in an error; the numbers always do. */
  const refuse = (c: Context, error: Fault['error']) => {
    const { reply } = safeReply(desk.current().knowledge, 'patient', now());
    return c.json({ error, text: toInert(toPlainText(reply)) } satisfies Fault, STATUS[error]);
  };

  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 413) return refuse(c, 'too-large');
    log.error('request-failed', error, { channel: 'web' });
    return refuse(c, 'failed');
  });
  app.use(protect(frameAncestors), compress());

  app.use('/api/*', async (c, next) => {
    c.header('Cache-Control', 'no-store');
    if (c.req.method !== 'POST') return next();
    if (!['same-origin', 'none', undefined].includes(c.req.header('sec-fetch-site'))) return refuse(c, 'foreign-site');
    if (!/^application\/json\s*(;|$)/iu.test(c.req.header('content-type') ?? '')) return refuse(c, 'not-json');
    const address = clientAddress(addressOf(c), c.req.header('x-forwarded-for'), proxies);
    const wait = await limit(networkOf(address));
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
    const turn = await house.flight.track(converse({ input, key, audience: 'patient', procedure: null }));
    return c.json(render(turn));
  });
  app.post('/api/feedback', async (c) => {
    const parsed = feedbackSchema.safeParse(await readJson(c));
    if (!parsed.success) return refuse(c, 'bad-request');
    house.onFeedback('web', parsed.data);
    return c.body(null, 204);
  });

  addPages(app, desk, now, (c) => refuse(c, 'not-found'));
  app.all('*', (c) => refuse(c, 'not-found'));
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
