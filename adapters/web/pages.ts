import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Context, Hono } from 'hono';
import type { Assistant, Knowledge } from '#core';
import type { Desk } from '../shared/index.ts';
import { chatPage } from './html.ts';
import { comparePage, guidePage } from './print.ts';
import { type Start, startOf, suggestionsOf } from './start.ts';
import { english } from './strings.ts';

const FILES = join(import.meta.dirname, 'page');
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** What can be looked at: the page, its files, the guides to print, and the comparison. */
export function addPages(
  app: Hono,
  desk: Pick<Desk, 'current'>,
  now: () => number,
  notFound: (c: Context) => Response,
): void {
  let of: Assistant | undefined;
  let start: Start;
  let suggestions: readonly string[];
  const prepared = () => {
    const assistant = desk.current();
    if (of !== assistant) {
      start = startOf(assistant, now());
      suggestions = suggestionsOf(assistant.knowledge);
      of = assistant;
    }
    return { knowledge: assistant.knowledge, start, suggestions };
  };
  const fresh = (c: Context) => c.header('Cache-Control', 'no-cache');

  for (const name of readdirSync(FILES)) {
    const body = readFileSync(join(FILES, name), 'utf8');
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    app.get(`/${name}`, (c) => {
      fresh(c);
      return c.body(body, 200, { 'Content-Type': type });
    });
  }
  const page = (path: string, render: (knowledge: Knowledge, c: Context) => ReturnType<typeof chatPage> | null) =>
    app.get(path, async (c) => {
      fresh(c);
      const body = render(prepared().knowledge, c);
      return body === null ? notFound(c) : c.html(body);
    });
  page('/', (knowledge) => chatPage(prepared().start, knowledge));
  page('/compare', (knowledge) => comparePage(knowledge, english));
  page('/guides/:id', (knowledge, c) => {
    const guide = knowledge.guides.get(c.req.param('id') ?? '');
    return guide === undefined ? null : guidePage(knowledge, guide, english);
  });
  app.get('/api/suggestions', (c) => c.json(prepared().suggestions));
}
