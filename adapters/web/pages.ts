import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Context } from 'hono';
import { type Assistant, dayOf, type Knowledge } from '#core';
import type { Desk } from '../shared/index.ts';
import { chatPage } from './html.ts';
import { comparePage, guidePage } from './print.ts';
import { startOf } from './start.ts';
import { english } from './strings.ts';
import { suggestionsOf } from './suggestions.ts';

const FILES = join(import.meta.dirname, 'page');
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** Where widget.js, which runs on another site and reads no page of ours, is given its strings. */
const STRINGS = '$STRINGS';

/** Half a second's work, whoever asks first. */
const suggestions = perKnowledge(suggestionsOf);

type Get = (path: string, answer: (c: Context) => Response | Promise<Response>) => void;

/** What can be looked at: the page, its files, the guides to print, and the comparison. */
export function addPages(
  get: Get,
  desk: Pick<Desk, 'current'>,
  now: () => number,
  notFound: (c: Context) => Response,
): void {
  const start = perKnowledge((assistant) => startOf(assistant, now()));
  const fresh = (c: Context) => c.header('Cache-Control', 'no-cache');

  const { widget, close } = english;
  for (const name of readdirSync(FILES)) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const body = readFileSync(join(FILES, name), 'utf8').replace(STRINGS, () => JSON.stringify({ widget, close }));
    get(`/${name}`, (c) => {
      fresh(c);
      return c.body(body, 200, { 'Content-Type': type });
    });
  }
  const page = (path: string, render: (knowledge: Knowledge, c: Context) => ReturnType<typeof chatPage> | null) =>
    get(path, (c) => {
      fresh(c);
      const body = render(desk.current().knowledge, c);
      return body === null ? notFound(c) : c.html(body);
    });
  page('/', (knowledge) => chatPage(start(desk.current()), knowledge));
  page('/compare', (knowledge) => comparePage(knowledge, english, dayOf(now())));
  page('/guides/:id', (knowledge, c) => {
    const guide = knowledge.guides.get(c.req.param('id') ?? '');
    return guide === undefined ? null : guidePage(knowledge, guide, english, dayOf(now()));
  });
  get('/api/suggestions', async (c) => c.json(await suggestions(desk.current())));
}

/** Made once for an assistant, and anew when the knowledge was edited. */
function perKnowledge<T>(make: (assistant: Assistant) => T): (assistant: Assistant) => T {
  const made = new WeakMap<Assistant, T>();
  return (assistant) => {
    const found = made.get(assistant) ?? make(assistant);
    made.set(assistant, found);
    return found;
  };
}
