import { describe, expect, it } from 'vitest';
import { createDoor } from '../../../adapters/shared/index.ts';

describe('health', () => {
  it('is alive as long as the process, and ready while every part works', async () => {
    let slack = true;
    const door = createDoor(() => ({ program: true, slack }));
    const ask = async (path: string) => {
      const response = await door.request(path);
      return [response.status, await response.json()];
    };
    expect(await ask('/readyz')).toEqual([200, { ok: true, parts: { program: true, slack: true } }]);
    slack = false;
    expect(await ask('/readyz')).toEqual([503, { ok: false, parts: { program: true, slack: false } }]);
    expect(await ask('/healthz')).toEqual([200, { ok: true }]);
  });

  it('stays ready without a part that answers can do without, and names it', async () => {
    const door = createDoor(
      () => ({ program: true }),
      [],
      undefined,
      () => ({ database: false }),
    );
    const response = await door.request('/readyz');
    expect([response.status, await response.json()]).toEqual([
      200,
      { ok: true, parts: { program: true, database: false } },
    ]);
  });
});
