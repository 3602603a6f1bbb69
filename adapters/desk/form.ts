import type { Context } from 'hono';

/** Fields of a form; none where the body is no form. */
export async function readForm(c: Context): Promise<Readonly<Record<string, unknown>>> {
  return c.req.parseBody().catch(() => ({}));
}
