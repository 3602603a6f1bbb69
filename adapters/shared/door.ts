import { Hono } from 'hono';
import type { House, Plan } from './channel.ts';

/** What /readyz tells: each part by name, true where it works. */
export type Parts = () => Readonly<Record<string, boolean>>;

/**
 * The server's paths: /healthz while the process lives, /readyz with 503 while a part does not work, and what the
 * channels show. No path holds or logs anything of a person.
 */
export function createDoor(parts: Parts, plans: readonly Plan[] = [], house?: House): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/readyz', (c) => {
    const found = parts();
    const ok = Object.values(found).every(Boolean);
    return c.json({ ok, parts: found }, ok ? 200 : 503);
  });
  for (const plan of plans) {
    const shown = house && plan.routes?.(house);
    if (shown) app.route(shown.path, shown.app);
  }
  return app;
}
