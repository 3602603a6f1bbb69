import type { Hono } from 'hono';
import type { Desk } from '../shared/index.ts';

/** What can be looked at: the page and its files. */
export function addPages(app: Hono, desk: Pick<Desk, 'current'>): void {
  app.get('/', (c) => c.text(desk.current().knowledge.clinic.name));
}
