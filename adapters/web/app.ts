import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import { safeReply, toPlainText } from '#core';
import { clientAddress, conversationKey, createConverse, type House, networkOf, toInert } from '../shared/index.ts';
import { addPages } from './pages.ts';
import { render } from './render.ts';
import { BODY_LIMIT, type Fault, feedbackSchema, messageSchema } from './schemas.ts';
import { protect } from './security.ts';

/** Messages that one client may send in a minute; a household or a ward shares one address. */
const PER_MINUTE = 60;

export interface WebOptions {
  readonly house: Pick<House, 'services' | 'flight' | 'limit' | 'onFeedback'>;
  /** TRUST_PROXY. */
  readonly proxies?: number;
  /** WEB_FRAME_ANCESTORS. */
  readonly frameAncestors?: readonly string[];
  /** Messages a minute and client. */
  readonly perMinute?: number;
}

const STATUS: Readonly<Record<Fault['error'], 400 | 403 | 404 | 405 | 413 | 415 | 429 | 500>> = {
  'bad-request': 400,
  'foreign-site': 403,
  'not-found': 404,
  'wrong-method': 405,
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
  const refuseMethod = (c: Context, allowed: string) => {
    c.header('Allow', allowed);
    return refuse(c, 'wrong-method');
  };

  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 413) return refuse(c, 'too-large');
    log.error('request-failed', error, { channel: 'web' });
    return refuse(c, 'failed');
  });
  app.use(protect(frameAncestors), compress());

  /** Who may post here, and what: asked before the body is read. */
  const admit: MiddlewareHandler = async (c, next) => {
    if (!['same-origin', 'none', undefined].includes(c.req.header('sec-fetch-site'))) return refuse(c, 'foreign-site');
    if (!/^application\/json\s*(;|$)/iu.test(c.req.header('content-type') ?? '')) return refuse(c, 'not-json');
    const { incoming } = bindingsOf(c);
    const address = clientAddress(incoming.socket.remoteAddress ?? '', c.req.header('x-forwarded-for'), proxies);
    const wait = await limit(networkOf(address));
    if (wait === null) return next();
    log.warn('too-many', { channel: 'web' });
    c.header('Retry-After', String(wait));
    return refuse(c, 'too-many');
  };
  const size = bodyLimit({ maxSize: BODY_LIMIT, onError: (c) => refuse(c, 'too-large') });
  const post = <T extends z.ZodType>(
    path: string,
    schema: T,
    answer: (c: Context, given: z.output<T>) => Response | Promise<Response>,
  ) => {
    app.post(path, admit, size, async (c) => {
      const parsed = schema.safeParse(await readJson(c));
      return parsed.success ? answer(c, parsed.data) : refuse(c, 'bad-request');
    });
    app.all(path, (c) => refuseMethod(c, 'POST'));
  };
  const get = (path: string, answer: (c: Context) => Response | Promise<Response>) => {
    app.get(path, answer);
    app.all(path, (c) => refuseMethod(c, 'GET, HEAD'));
  };

  app.use('/api/*', async (c, next) => {
    c.header('Cache-Control', 'no-store');
    // A stop waits until the reply is sent, or the client has gone.
    void house.flight.track(new Promise((gone) => bindingsOf(c).outgoing.once('close', gone)));
    return next();
  });
  post('/api/messages', messageSchema, async (c, { conversation, ...input }) => {
    const key = conversationKey('web', conversation);
    return c.json(render(await converse({ input, key, audience: 'patient', procedure: null })));
  });
  post('/api/feedback', feedbackSchema, (c, feedback) => {
    house.onFeedback('web', feedback);
    return c.body(null, 204);
  });

  addPages(get, desk, now, (c) => refuse(c, 'not-found'));
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

/** Node's own request and response. */
function bindingsOf(c: Context): HttpBindings {
  return c.env;
}
