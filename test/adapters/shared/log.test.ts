import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { createLog, type LogLevel } from '../../../adapters/shared/index.ts';
import { PERSONAL, PERSONAL_MARKS } from '../../conformance/hostile.ts';

function openLog(level: LogLevel = 'debug') {
  const lines: string[] = [];
  const log = createLog({ level, destination: { write: (line) => void lines.push(line) } });
  const read = async () => log.flush().then(() => lines.map((line) => JSON.parse(line)));
  return { log, read, lines };
}

describe('the log', () => {
  it('writes one JSON line an event, in order, with a level, a time and nothing about the machine', async () => {
    const { log, read, lines } = openLog();
    log.info('started', { channel: 'web', port: 8080 });
    log.warn('slow', { ms: 12 });
    const [first, second] = await read();
    expect(first).toEqual({ level: 'info', time: expect.any(String), event: 'started', channel: 'web', port: 8080 });
    expect(second).toMatchObject({ level: 'warn', event: 'slow', ms: 12 });
    for (const line of lines) expect(line.indexOf('\n')).toBe(line.length - 1);
  });

  it('keeps to its level', async () => {
    const { log, read } = openLog('warn');
    log.debug('a');
    log.info('b');
    log.warn('c');
    expect((await read()).map(({ event }) => event)).toEqual(['c']);
  });

  it('tells an error by name, code and place, and leaves its words out', async () => {
    const { log, read, lines } = openLog();
    log.error('failed', Object.assign(new TypeError(`cannot read "${PERSONAL}"`), { code: 'ECONNRESET' }));
    log.error('failed', new SyntaxError(`${PERSONAL}\n    at ${PERSONAL}`));
    log.error('failed', PERSONAL);
    log.error('failed', Object.assign(new Error('x'), { code: PERSONAL, name: PERSONAL, stack: PERSONAL }));
    const [first] = await read();
    expect(first).toMatchObject({ error: 'TypeError', code: 'ECONNRESET' });
    expect(first.at[0]).toContain('log.test.ts');
    expect(lines.join('')).not.toMatch(PERSONAL_MARKS);
  });

  it('withholds a field that looks like words', async () => {
    const { log, read } = openLog();
    log.info('odd', { step: PERSONAL, code: 'E1' });
    expect((await read())[0]).toMatchObject({ step: '[withheld]', code: 'E1' });
  });

  it('survives a reader that is gone', async () => {
    const log = createLog({
      destination: {
        write: () => {
          throw new Error('EPIPE');
        },
      },
    });
    log.info('started');
    await expect(log.flush()).resolves.toBeUndefined();
  });

  test.prop([fc.string({ unit: 'binary', minLength: 12 }).filter((text) => /\s/u.test(text.trim()))])(
    'holds no message of any error',
    async (words) => {
      const { log, lines } = openLog();
      log.error('failed', new Error(words));
      await log.flush();
      expect(JSON.parse(lines[0] ?? '{}')).not.toHaveProperty('message');
      expect(lines.join('')).not.toContain(JSON.stringify(words).slice(1, -1));
    },
  );
});
