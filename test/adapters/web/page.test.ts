import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createSay } from '#core';
import { breaches, HAS_BROWSER, openBrowser, shoot, WITHOUT } from './browser.ts';
import { openWeb, web } from './open-web.ts';

const LOOKS = [
  { name: 'phone-light', colorScheme: 'light', viewport: { width: 375, height: 740 } },
  { name: 'phone-dark', colorScheme: 'dark', viewport: { width: 375, height: 740 } },
  { name: 'desktop-light', colorScheme: 'light', viewport: { width: 1280, height: 860 } },
  { name: 'desktop-dark', colorScheme: 'dark', viewport: { width: 1280, height: 860 } },
] as const;
const PHONE = LOOKS[0];
const START_MS = 30_000;
const PAGE_LIMIT = 60_000;

describe.skipIf(!HAS_BROWSER)(`the page in a browser${HAS_BROWSER ? '' : `, skipped: ${WITHOUT}`}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  }, START_MS);
  afterAll(() => browser?.close());

  /** `axe` puts its script into the page, which the page's own policy forbids. */
  const visit = async (url: string, look: (typeof LOOKS)[number] = PHONE, axe = false) => {
    const { colorScheme, viewport } = look;
    const context = await browser.newContext({ colorScheme, viewport, bypassCSP: axe, reducedMotion: 'reduce' });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(5_000);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(url);
    return { page, faults };
  };
  const ask = async (page: Page, text: string) => {
    await page.fill('#question', text);
    await page.press('#question', 'Enter');
    await page.locator('#form[aria-busy=false]').waitFor();
  };
  const fits = (page: Page) => page.evaluate('document.documentElement.scrollWidth <= window.innerWidth');

  it.for(LOOKS)('breaks no rule of access in any state: $name', { timeout: START_MS }, async (look) => {
    const { url } = await web();
    const { page, faults } = await visit(url, look, true);
    const guide = await page.getAttribute('nav a', 'href');
    const check = async (state: string) => {
      await shoot(page, `${look.name}-${state}`);
      expect(await breaches(page), state).toEqual([]);
      expect(await fits(page), `${state} scrolls sideways`).toBe(true);
    };
    await check('1-start');
    await page.locator('#question').pressSequentially('injection');
    await page.waitForSelector('[role=option]');
    await check('2-suggestions');
    await ask(page, 'when can i work out');
    await check('3-both-guides');
    await ask(page, 'how much does it cost');
    await check('4-cautions');
    await ask(page, 'how long will the relief last');
    await check('5-abstain');
    await ask(page, 'i have a fever');
    await check('6-urgent');
    await ask(page, 'my legs are numb and i cant pee');
    await check('7-emergency');
    await page.goto(`${url}/compare`);
    await check('8-compare');
    await page.goto(`${url}${guide}`);
    await check('11-guide');
    expect(faults).toEqual([]);
  });

  it('lets an alarm take over: number first, nothing else, the field stays, and a later answer clears it', async () => {
    const { page } = await visit((await web()).url);
    await ask(page, 'can i ice it');
    await ask(page, 'my legs are numb and i cant pee');
    expect(await page.locator('#alarm h2').innerText()).toContain('Call 911');
    expect(await page.locator('#alarm .big').getAttribute('href')).toBe('tel:911');
    for (const gone of ['#rest', '.chip', '#options']) expect(await page.locator(gone).first().isVisible()).toBe(false);
    await page.locator('#question').pressSequentially('can i');
    expect(await page.locator('[role=option]').count()).toBe(0);
    expect(await page.locator('#question').isVisible()).toBe(true);
    await ask(page, 'when can i work out');
    expect(await page.locator('#alarm').innerText()).toBe('');
    expect(await page.locator('.guide').count()).toBeGreaterThan(1);
  });

  it('works by keyboard alone: suggestion, choice, thumb', async () => {
    const { page } = await visit((await web()).url);
    await page.focus('#question');
    await page.keyboard.type('injection');
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('ArrowDown');
    expect(await page.getAttribute('#question', 'aria-activedescendant')).toBe('option-0');
    await page.keyboard.press('Enter');
    await page.waitForSelector('article');
    await ask(page, 'when can i work out');
    await page.focus('.choice');
    await page.keyboard.press('Enter');
    await page.locator('article:focus').waitFor();
    await page.keyboard.press('Tab');
    await page.locator('.thumbs button').last().press('Enter');
    await page.waitForSelector('.thumbs [role=status]');
  });

  it('has targets of 44 pixels, and fits at twice the text size', async () => {
    const { page } = await visit((await web()).url);
    await ask(page, 'when can i work out');
    const small = await page.$$eval('button, summary, header a', (all) =>
      all
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
        .map((one) => one.textContent),
    );
    expect(small).toEqual([]);
    await page.evaluate("document.documentElement.style.fontSize = '34px'");
    expect(await fits(page)).toBe(true);
    await shoot(page, 'phone-light-9-large');
  });

  it('asks nobody else, keeps no cookie, and puts no question into an address', async () => {
    const { url } = await web();
    const { page } = await visit(`${url}/`);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await ask(page, 'can i ice it');
    expect(asked.filter((address) => !address.startsWith(url) || address.includes('?'))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
  });

  it('keeps the alarm and its number where the next message is refused, and newer words where an answer fails', async () => {
    const { page } = await visit((await web()).url);
    await ask(page, 'my legs are numb and i cant pee');
    const refusal = JSON.stringify({ error: 'too-many', text: 'Please call the clinic.' });
    await page.route('**/api/messages', (route) =>
      route.fulfill({ status: 429, contentType: 'application/json', body: refusal }),
    );
    await page.fill('#question', 'is ice ok');
    await page.press('#question', 'Enter');
    await page.locator('#alarm .fault').waitFor();
    expect(await page.locator('#alarm .big').getAttribute('href')).toBe('tel:911');
    await page.unroute('**/api/messages');
    const held = Promise.withResolvers<void>();
    await page.route('**/api/messages', async (route) => {
      await held.promise;
      await route.abort();
    });
    await page.press('#question', 'Enter');
    await page.fill('#question', 'can i drive');
    await page.press('#question', 'Enter');
    await page.fill('#question', 'i cant breathe');
    held.resolve();
    await page.locator('#alarm .fault').nth(1).waitFor();
    expect(await page.inputValue('#question')).toBe('i cant breathe');
  });

  it('says whom to call when the server is gone', async () => {
    const server = await openWeb();
    const { page } = await visit(server.url, PHONE, true);
    await server.close();
    await page.fill('#question', 'can i ice it');
    await page.press('#question', 'Enter');
    const fault = page.locator('.fault');
    await fault.waitFor();
    expect(await fault.locator('a').first().getAttribute('href')).toMatch(/^tel:\d{7,}$/u);
    expect(await page.inputValue('#question')).toBe('can i ice it');
    expect(await breaches(page)).toEqual([]);
    await shoot(page, 'phone-light-10-gone');
  });

  it('runs under its own policy, also framed by the widget on another site', async () => {
    const clinic = await web();
    const server = await web({ frameAncestors: [clinic.url] });
    const context = await browser.newContext({ viewport: { width: 900, height: 800 } });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.route(`${clinic.url}/site`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<title>x</title><body><h1>Clinic</h1><script src="${server.url}/widget.js" defer></script>`,
      }),
    );
    await page.goto(`${clinic.url}/site`);
    await page.click('button');
    const frame = page.frameLocator('iframe');
    await frame.locator('#question').fill('can i ice it');
    await frame.locator('#question').press('Enter');
    await frame.locator('article').waitFor();
    await shoot(page, 'widget');
  });
});

describe('the page as files', () => {
  it('is under 60 kB compressed, with all its parts', async () => {
    const { get } = await web();
    const paths = [
      '/',
      '/main.js',
      '/view.js',
      '/suggest.js',
      '/style.css',
      '/icon.svg',
      '/api/suggestions',
      '/widget.js',
    ];
    const sizes = await Promise.all(paths.map(async (path) => gzipSync(await (await get(path)).text()).length));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(PAGE_LIMIT);
  });

  it('prints every fact of a guide with its cautions', async () => {
    const { get } = await web();
    const start = await (await get('/')).text();
    const paths = [...start.matchAll(/href="(\/guides\/[^"]+)"/gu)].map(([, path]) => path ?? '');
    expect(paths).toHaveLength(2);
    const { knowledge } = await (await import('../../support.ts')).shippedAssistant();
    const plain = (html: string) => html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
    const net = createSay(knowledge)('safety-net');
    for (const path of paths) {
      const page = plain(await (await get(path)).text());
      expect(page).toContain(net);
      const guide = knowledge.guides.get(path.split('/').at(-1) ?? '');
      for (const { text, cautions } of guide?.facts.values() ?? []) {
        const needed = [text, ...cautions.map((id) => knowledge.cautions.get(id)?.text ?? id)];
        expect(needed.filter((words) => !page.includes(words))).toEqual([]);
      }
    }
    const compare = plain(await (await get('/compare')).text());
    for (const { text } of knowledge.facts.values()) expect(compare).toContain(text);
    expect((await get('/guides/none')).status).toBe(404);
  });
});
