import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { SettingsError } from './settings.ts';

export interface Listening {
  /** http://host:port, for people. */
  readonly url: string;
  readonly port: number;
  /** No new connections; those without work are closed. */
  refuse(): void;
  close(): Promise<void>;
}

/** Longest wait for a request's head and body, in milliseconds: slow senders hold nothing up. */
const REQUEST_MS = 20_000;
/** Longer than a proxy keeps an idle connection (nginx: 60 s), or a question would now and then meet one that is just being closed. */
const IDLE_MS = 75_000;

/** Throws `SettingsError` where the address or port cannot be had. */
export async function listen(app: Hono, host: string, port: number): Promise<Listening> {
  const hostname = host.replace(/^\[|\]$/gu, '');
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = serve({ fetch: app.fetch, hostname, port }, (info) => resolve(info.port)) as Server;
  server.requestTimeout = REQUEST_MS;
  server.headersTimeout = REQUEST_MS;
  server.keepAliveTimeout = IDLE_MS;
  server.once('error', (error: NodeJS.ErrnoException) => reject(sayWhy(error, port)));
  const bound = await promise;
  const closed = Promise.withResolvers<void>();
  let closing = false;
  const refuse = () => {
    if (closing) return;
    closing = true;
    server.close(() => closed.resolve());
    server.closeIdleConnections();
  };
  return {
    url: `http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${bound}`,
    port: bound,
    refuse,
    close: async () => {
      refuse();
      server.closeAllConnections();
      await closed.promise;
    },
  };
}

function sayWhy(error: NodeJS.ErrnoException, port: number): Error {
  const advice: Readonly<Record<string, string>> = {
    EADDRINUSE: `PORT: port ${port} is taken by another program; stop that one or set PORT to a free port`,
    EACCES: `PORT: port ${port} may not be opened by this user; set PORT to one above 1023`,
    EADDRNOTAVAIL: 'HOST: this machine has no such address; 127.0.0.1 is for this machine only, 0.0.0.0 for all',
    ENOTFOUND: 'HOST: this name is not known; 127.0.0.1 is for this machine only, 0.0.0.0 for all',
  };
  const line = advice[error.code ?? ''];
  return line === undefined ? error : new SettingsError([line]);
}
