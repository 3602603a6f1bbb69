import { describe, expect, it } from 'vitest';
import {
  createConverse,
  createDoor,
  createFlight,
  createHouse,
  programSettings,
  readSettings,
  silentLog,
} from '../../../adapters/shared/index.ts';
import { createMetrics } from '../../../adapters/shared/metrics.ts';
import { NOW } from '../../conformance/replies.ts';
import { shippedAssistant } from '../../support.ts';

const TOKEN = 'a-token-of-the-clinic';

async function open() {
  const assistant = await shippedAssistant();
  const flight = createFlight();
  const metrics = createMetrics({ token: TOKEN, flight, parts: () => ({ program: true, database: false }) });
  const log = metrics.countErrors(silentLog);
  const desk = { current: () => assistant };
  const house = createHouse({ desk, log, now: () => NOW, flight, watchers: [metrics.watcher] });
  const door = createDoor(() => ({}), [metrics], house);
  const converse = createConverse(house.services('web'));
  return {
    house,
    ask: (text: string) => converse({ input: { text }, key: 'Zoltan', audience: 'patient', procedure: null }),
    look: async (authorization?: string) =>
      door.request('/metrics', authorization ? { headers: { authorization } } : {}),
  };
}

describe('/metrics', () => {
  it('is shown to whoever has the token, and to nobody else', async () => {
    const { look } = await open();
    for (const wrong of [undefined, 'Bearer', 'Bearer wrong', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, TOKEN])
      expect((await look(wrong)).status).toBe(401);
    const right = await look(`Bearer ${TOKEN}`);
    expect(right.status).toBe(200);
    expect(right.headers.get('content-type')).toContain('text/plain');
  });

  it('tells replies, alarms, thumbs, errors, time, load and parts, and nothing of a person', async () => {
    const { house, ask, look } = await open();
    await ask('can i ice it, my name is Zoltan Quist');
    await ask('can i ice it');
    await ask('my legs are numb and i cant pee');
    house.onFeedback('web', { helpful: false, kind: 'answer', about: 'zoltan-quist' });
    house.log.error('core-failed', new Error('Zoltan Quist'));
    const underWay = Promise.withResolvers<void>();
    void house.flight.track(underWay.promise);
    const text = await (await look(`Bearer ${TOKEN}`)).text();
    underWay.resolve();
    for (const line of [
      'faq_replies_total{channel="web",kind="answer"} 1',
      'faq_replies_total{channel="web",kind="escalate"} 1',
      'faq_alarms_total{level="emergency"} 1',
      'faq_thumbs_total{thumb="down"} 1',
      'faq_errors_total{event="core-failed"} 1',
      'faq_reply_seconds_count 3',
      'faq_answers_under_way 1',
      'faq_part_works{part="program"} 1',
      'faq_part_works{part="database"} 0',
    ])
      expect(text).toContain(`${line}\n`);
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toMatch(/zoltan|quist/iu);
  });

  it('needs a token that nobody guesses', () => {
    expect(readSettings(programSettings, {}).METRICS_TOKEN).toBeUndefined();
    expect(() => readSettings(programSettings, { METRICS_TOKEN: 'short' })).toThrow('METRICS_TOKEN');
  });
});
