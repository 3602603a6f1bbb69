import { Hono } from 'hono';
import type { House, Plan } from './channel.ts';

/** What /readyz tells: each part by name, true where it works. */
export type Parts = () => Readonly<Record<string, boolean>>;

/**
 * The server's paths: /healthz with the knowledge's version while the process lives, /readyz with 503 while a part does not work, and what the
 * channels show. No path holds or logs anything of a person.
 *
 * @param spare parts that answers can do without: told as well, without 503, since else a lost database would take every
 *   replica out of service
 */
export function createDoor(parts: Parts, plans: readonly Plan[] = [], house?: House, spare: Parts = () => ({})): Hono {
  const app = new Hono();
  const version = () => house?.desk.current().knowledge.version;
  app.get('/healthz', (c) => c.json({ ok: true, version: version() }));
  app.get('/readyz', (c) => {
    const needed = parts();
    const ok = Object.values(needed).every(Boolean);
    return c.json({ ok, parts: { ...needed, ...spare() }, version: version() }, ok ? 200 : 503);
  });
  for (const plan of plans) {
    const shown = house && plan.routes?.(house);
    if (shown) app.route(shown.path, shown.app);
  }
  return app;
}
