import { expect, it } from 'vitest';
import { ask, breaches, describeInBrowser, PHONE, settled, shoot } from './browser.ts';
import { openWeb, web } from './open-web.ts';

const MESSAGES = '**/api/messages';

describeInBrowser('the page', (open) => {
  it('lets an alarm take over: number first, nothing else, the field stays, and a later answer clears it', async () => {
    const { page } = await open((await web()).url);
    await ask(page, 'can i ice it');
    await ask(page, 'my legs are numb and i cant pee');
    expect(await page.locator('#alarm h2').innerText()).toContain('Call 911');
    expect(await page.locator('#alarm .big').getAttribute('href')).toBe('tel:911');
    for (const gone of ['#rest', '.chip', '#options', '.numbers'])
      expect(await page.locator(gone).first().isVisible()).toBe(false);
    await page.locator('#question').pressSequentially('can i');
    expect(await page.locator('[role=option]').count()).toBe(0);
    expect(await page.locator('#question').isVisible()).toBe(true);
    await ask(page, 'when can i work out');
    expect(await page.locator('#alarm').innerText()).toBe('');
    expect(await page.locator('.guide').count()).toBeGreaterThan(1);
    expect(await page.locator('.card.emergency').innerText()).toContain('Call 911');
  });

  it('gives the question back to those who are just asking, and not to those it happens to', async () => {
    const { page } = await open((await web()).url);
    const question = 'is chest pain normal after the injection';
    await ask(page, question);
    await page.getByRole('button', { name: 'This is happening now' }).click();
    await page.locator('#alarm .choice').first().waitFor({ state: 'detached' });
    expect(await page.inputValue('#question')).toBe('');
    await ask(page, question);
    await page.getByRole('button', { name: "I'm just asking" }).click();
    await page.locator('.help').waitFor();
    expect(await page.locator('#alarm').isVisible()).toBe(false);
    expect(await page.inputValue('#question')).toBe(question);
    expect(await page.evaluate('document.activeElement.id')).toBe('question');
    await ask(page, 'can i ice it');
    await page.locator('.answer').waitFor();
    expect(await page.inputValue('#question')).toBe('');
  });

  it('asks nobody else, keeps no cookie, and puts no question into an address', async () => {
    const { url } = await web();
    const { page } = await open(url);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await ask(page, 'can i ice it');
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((address) => !address.startsWith(url) || address.includes('?'))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
  });

  it('keeps the alarm and its number where the next message is refused or fails, and newer words stay', async () => {
    const { page } = await open((await web()).url);
    await ask(page, 'my legs are numb and i cant pee');
    const refusal = JSON.stringify({ error: 'too-many', text: 'Please call the clinic.' });
    await page.route(MESSAGES, (route) =>
      route.fulfill({ status: 429, contentType: 'application/json', body: refusal }),
    );
    await ask(page, 'is ice ok');
    await page.locator('#alarm .fault').waitFor();
    expect(await page.locator('#alarm .big').getAttribute('href')).toBe('tel:911');
    expect(await page.inputValue('#question')).toBe('is ice ok');
    await page.unroute(MESSAGES);
    const held = Promise.withResolvers<void>();
    await page.route(MESSAGES, (route) => held.promise.then(() => route.abort()));
    await page.press('#question', 'Enter');
    await page.fill('#question', 'i cant breathe');
    held.resolve();
    await page.locator('#alarm .fault').nth(1).waitFor();
    expect(await page.inputValue('#question')).toBe('i cant breathe');
  });

  it('keeps the buttons and gives the question back where the server is gone, and says whom to call', async () => {
    const server = await openWeb();
    const { page } = await open(server.url);
    await ask(page, 'when can i work out');
    await server.close();
    await page.locator('.choice').first().click();
    await settled(page);
    expect(await page.locator('.choice').count()).toBeGreaterThan(1);
    await ask(page, 'can i ice it');
    const fault = page.locator('.fault').last();
    expect(await fault.locator('a').first().getAttribute('href')).toMatch(/^tel:\d{7,}$/u);
    expect(await fault.locator('a').last().getAttribute('href')).toBe('tel:911');
    expect(await page.inputValue('#question')).toBe('can i ice it');
  });

  it('works where nothing is newer than 2019', async () => {
    const { url, get } = await web();
    const { page, faults } = await open('about:blank');
    await page.addInitScript(`
      for (const [owner, names] of [
        [Element.prototype, ['replaceChildren', 'checkVisibility']],
        [String.prototype, ['matchAll', 'replaceAll', 'at', 'isWellFormed']],
        [Array.prototype, ['at', 'findLast', 'toSorted', 'toReversed', 'with', 'group']],
        [Object, ['fromEntries', 'groupBy', 'hasOwn']],
        [Promise, ['allSettled', 'any', 'withResolvers', 'try']],
        [window, ['AbortController', 'PointerEvent', 'structuredClone', 'queueMicrotask', 'ResizeObserver']],
        [Crypto.prototype, ['randomUUID']],
      ]) for (const name of names) delete owner[name];`);
    await page.goto(url);
    await page.locator('#question').pressSequentially('can i sho');
    await page.getByRole('option', { name: 'Can I shower after?' }).click();
    await page.locator('.abstain').waitFor();
    await ask(page, 'when can i work out');
    await page.locator('.choice').first().click();
    await page.locator('.answer').nth(1).waitFor();
    await ask(page, 'my legs are numb and i cant pee');
    await page.locator('#alarm .big').waitFor();
    expect(faults).toEqual([]);
    for (const file of ['main', 'view', 'suggest', 'print', 'widget']) {
      const script = await (await get(`/${file}.js`)).text();
      expect(script.length).toBeGreaterThan(50);
      expect(
        script.match(/\?\.\D|\?\?|\|\|=|&&=|\\p\{|\(\?<|\d_\d|#\w+ *[(=]|static \{|await import/gu),
        file,
      ).toBeNull();
    }
  });

  it.for([
    ['without scripts', { javaScriptEnabled: false }],
    ['where its script does not arrive', {}],
  ] as const)('keeps the numbers and the guides %s', async ([name, options]) => {
    const { url } = await web();
    const { page } = await open('about:blank', options);
    await page.route('**/main.js', (route) => route.abort());
    await page.goto(url);
    await shoot(page, `phone-light-${name.replaceAll(' ', '-')}`);
    expect(await page.locator('.loading').isVisible()).toBe(true);
    expect(await page.locator('.call').count()).toBe(2);
    expect(await page.locator('#question').isVisible()).toBe(false);
    await page.locator('nav a').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/guides\//u);
  });

  it.for([
    ['desktop', { colorScheme: 'light', viewport: { width: 900, height: 800 } }],
    ['phone-dark', { ...PHONE, colorScheme: 'dark' }],
  ] as const)('opens in a frame on the site of the clinic, under its own policy: %s', async ([name, look]) => {
    const clinic = await web();
    const server = await web({ frameAncestors: [clinic.url] });
    const { page, faults } = await open('about:blank', look);
    await page.route(`${clinic.url}/site`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'content-security-policy': `default-src 'none'; script-src ${server.url}; frame-src ${server.url}` },
        body: `<!doctype html><html lang="en"><title>Clinic</title><main><h1>Clinic</h1></main><script src="${server.url}/widget.js" defer></script>`,
      }),
    );
    await page.goto(`${clinic.url}/site`);
    const button = page.getByRole('button', { name: 'Questions? Ask here' });
    await button.waitFor();
    await shoot(page, `widget-${name}-closed`);
    expect(await breaches(page).then((all) => all.filter((breach) => !breach.startsWith('region')))).toEqual([]);
    await button.click();
    const frame = page.frameLocator('iframe');
    await frame.locator('#question').fill('can i ice it');
    await frame.locator('#question').press('Enter');
    await frame.locator('.answer').waitFor();
    await shoot(page, `widget-${name}-open`);
    await page.getByRole('button', { name: 'Close the chat' }).click();
    expect(await page.locator('iframe').isVisible()).toBe(false);
    await button.click();
    expect(await frame.locator('.answer').isVisible()).toBe(true);
    expect(faults.filter((fault) => !fault.includes('favicon'))).toEqual([]);
  });
});
