import { timingSafeEqual } from 'node:crypto';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from '@prometheus-io/client';
import { Hono } from 'hono';
import type { Plan, Watcher } from './channel.ts';
import type { Parts } from './door.ts';
import type { Flight } from './flight.ts';
import type { Log } from './log.ts';

/** Upper bounds in seconds: a reply takes some milliseconds, a lost database costs up to two seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export interface MetricsOptions {
  /** METRICS_TOKEN. */
  readonly token: string;
  readonly flight: Pick<Flight, 'count'>;
  /** Every part by name, true where it works. */
  readonly parts: Parts;
}

export interface Metrics extends Plan {
  readonly watcher: Watcher;
  /** The same log; its errors are counted by event. */
  countErrors(log: Log): Log;
}

/** /metrics for Prometheus, to whoever shows the token. Labels are words of our own, never a person's and never an id. */
export function createMetrics({ token, flight, parts }: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const labelNames = ['channel', 'kind'] as const;
  const replies = new Counter({ name: 'faq_replies_total', help: 'Replies', labelNames, registers });
  const alarms = new Counter({ name: 'faq_alarms_total', help: 'Alarms', labelNames: ['level'], registers });
  const thumbs = new Counter({ name: 'faq_thumbs_total', help: 'Thumbs', labelNames: ['thumb'], registers });
  const errors = new Counter({ name: 'faq_errors_total', help: 'Errors logged', labelNames: ['event'], registers });
  const seconds = new Histogram({
    name: 'faq_reply_seconds',
    help: 'Time of a reply in the server, memory included',
    buckets: BUCKETS,
    registers,
  });
  new Gauge({
    name: 'faq_answers_under_way',
    help: 'Messages that wait for their reply',
    registers,
    collect() {
      this.set(flight.count);
    },
  });
  new Gauge({
    name: 'faq_part_works',
    help: '1 where the part works, as in /readyz',
    labelNames: ['part'],
    registers,
    collect() {
      for (const [part, works] of Object.entries(parts())) this.set({ part }, works ? 1 : 0);
    },
  });

  const app = new Hono();
  app.get('/', async (c) => {
    if (!isSame(c.req.header('authorization') ?? '', `Bearer ${token}`)) return c.text('METRICS_TOKEN is needed', 401);
    return c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' });
  });
  return {
    name: 'metrics',
    routes: () => ({ path: '/metrics', app }),
    readyLine: (url) => `Metrics are at ${url}/metrics`,
    watcher: {
      onTurn: (channel, { turn: { reply }, ms }) => {
        replies.inc({ channel, kind: reply.kind });
        if (reply.level !== null) alarms.inc({ level: reply.level });
        seconds.observe(ms / 1000);
      },
      onFeedback: (_channel, { helpful }) => thumbs.inc({ thumb: helpful ? 'up' : 'down' }),
    },
    countErrors: (log) => ({
      ...log,
      error: (event, error, fields) => {
        errors.inc({ event });
        log.error(event, error, fields);
      },
    }),
  };
}

/** Takes as long for a wrong token as for a right one of that length. */
function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
