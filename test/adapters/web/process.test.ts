import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../adapters/shared/index.ts';
import { replySchema } from '../../../adapters/web/schemas.ts';
import { webSettings } from '../../../adapters/web/settings.ts';
import { emptyDirectory } from '../store/open-state.ts';
import { run } from '../store/processes.ts';
import { breaches, describeInBrowser, settled, shoot } from './browser.ts';
import { CONVERSATION as conversation, web } from './open-web.ts';

const MAIN = 'adapters/main.ts';
const READY = { timeout: 20_000 };
const LONG_MS = 60_000;

/** `npm start`, ready for messages. */
async function start() {
  const settings = { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info', DATA_DIR: await emptyDirectory() };
  const program = run([MAIN], settings);
  await expect.poll(program.said, READY).toContain('http://127.0.0.1:');
  return { ...program, url: /http:\/\/[\d.:]+/u.exec(program.said())?.[0] ?? '' };
}

describe('npm start', { timeout: LONG_MS }, () => {
  it('starts on loopback, and at a stop still answers what has begun to arrive', async () => {
    const { child, ended, said, url } = await start();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const body = JSON.stringify({ conversation, text: 'can i ice it' });
    const asking = request(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': body.length, 'accept-encoding': 'gzip' },
    });
    asking.write(body.slice(0, 10));
    // Sent after the first half, so heard after it.
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    child.kill('SIGTERM');
    await expect.poll(said, READY).toContain('"event":"stopping"');
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    const [response] = await Promise.all([once(asking, 'response'), asking.end(body.slice(10))]);
    const [message] = response;
    expect(message.statusCode).toBe(200);
    const unzipped = message.pipe(createGunzip());
    expect(replySchema.parse(JSON.parse(await text(unzipped))).text).toContain('Put ice on');
    expect(await ended).toBe(0);
  });

  it('says when the port is taken', async () => {
    const { port } = await web();
    const { ended, said } = run([MAIN], { PORT: String(port) });
    expect(await ended).toBe(1);
    expect(said()).toContain(`start: PORT: port ${port} is taken`);
  });

  it('refuses the demo clinic where patients could reach it', async () => {
    const { ended, said } = run([MAIN], { PORT: '0', HOST: '0.0.0.0' });
    expect(await ended).toBe(1);
    expect(said()).toContain('demo clinic');
  });

  it('reads its settings', () => {
    expect(readSettings(webSettings, {})).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, TRUST_PROXY: 0 });
    const given = { WEB_FRAME_ANCESTORS: 'https://a.example https://b.example' };
    expect(readSettings(webSettings, given).WEB_FRAME_ANCESTORS).toHaveLength(2);
    expect(() => readSettings(webSettings, { WEB_FRAME_ANCESTORS: "* ; script-src 'unsafe-inline'" })).toThrow();
    expect(() => readSettings(webSettings, { TRUST_PROXY: 'yes' })).toThrow();
  });
});

describeInBrowser('a page whose server is killed in mid-answer', (open) => {
  it('first says that it is looking, then that it cannot be reached, and whom to call', async () => {
    const { child, url } = await start();
    const { page } = await open(url);
    await page.fill('#question', 'can i ice it');
    child.kill('SIGSTOP'); // takes the question and is silent
    await page.press('#question', 'Enter');
    await page.getByRole('status').getByText('Looking it up').waitFor();
    expect(await page.locator('.fault').count()).toBe(0);
    child.kill('SIGKILL');
    await settled(page);
    const fault = page.locator('.fault');
    expect(await fault.innerText()).toContain('cannot be reached');
    expect(await fault.locator('a').first().getAttribute('href')).toMatch(/^tel:\d{7,}$/u);
    expect(await page.getByRole('status').innerText()).toBe('');
    expect(await page.inputValue('#question')).toBe('can i ice it');
    expect(await breaches(page)).toEqual([]);
    await shoot(page, 'phone-light-18-killed');
  });
});
