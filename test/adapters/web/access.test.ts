import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ask, breaches, describeInBrowser, overflow, PHONE, shoot } from './browser.ts';
import { web } from './open-web.ts';

const DESKTOP = { width: 1280, height: 860 };
/** Other sizes and colours of the same elements: for looking at, since axe takes a third of a second for each state. */
const SAME: Readonly<Record<string, BrowserContextOptions>> = {
  'desktop-light': { viewport: DESKTOP },
  'desktop-dark': { viewport: DESKTOP, colorScheme: 'dark' },
  /** A desktop at 200%. */
  zoomed: { viewport: { width: 640, height: 430 } },
  'forced-colors': { ...PHONE, forcedColors: 'active' },
};
const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  'phone-light': PHONE,
  'phone-dark': { ...PHONE, colorScheme: 'dark' },
  /** The smallest phone, which is a desktop of 1280 pixels at 400%. */
  narrow: { viewport: { width: 320, height: 568 } },
  ...SAME,
};
/** A4 without its margins, at 96 pixels an inch. */
const PAPER = { width: 680, height: 960 };
const LONG_MS = 60_000;

describeInBrowser('the page for everybody', (open) => {
  it.for(Object.entries(LOOKS))(
    'breaks no rule of access in any state: %s',
    { timeout: LONG_MS },
    async ([name, look]) => {
      const { url } = await web();
      const { page, faults } = await open(url, look);
      const check = async (state: string) => {
        await shoot(page, `${name}-${state}`);
        expect(await (name in SAME ? overflow(page) : breaches(page)), state).toEqual([]);
      };
      const guide = `${url}${await page.getAttribute('nav a', 'href')}`;
      await check('01-start');
      await page.click('summary');
      await check('02-all-topics');
      await page.locator('#question').pressSequentially('cost');
      await page.waitForSelector('[role=option]');
      await page.keyboard.press('ArrowDown');
      await check('03-suggestions');
      await page.keyboard.press('Escape');
      const held = Promise.withResolvers<void>();
      await page.route('**/api/messages', (route) => held.promise.then(() => route.continue()));
      await page.fill('#question', 'when can i work out');
      await page.press('#question', 'Enter');
      await page.getByText('Looking it up').waitFor();
      await check('04-waiting');
      held.resolve();
      await page.waitForSelector('article');
      await check('05-both-guides');
      await ask(page, 'how much does it cost');
      await check('06-cautions');
      await page.locator('.thumbs button').last().click();
      await page.getByText('Thank you').waitFor();
      await check('07-thanked');
      await ask(page, 'how long will the relief last');
      await check('08-abstain');
      await ask(page, 'recovery');
      await check('09-topic');
      await ask(page, 'i have a fever');
      await check('10-urgent');
      await ask(page, 'is chest pain normal after the injection');
      await check('11-is-it-happening');
      await page.click('.choice:last-child');
      await page.waitForSelector('.help');
      await check('12-calm-again');
      await ask(page, 'my legs are numb and i cant pee');
      await check('13-emergency');
      await page.unroute('**/api/messages');
      await page.route('**/api/messages', (route) => route.abort());
      await ask(page, 'hello?');
      await check('14-gone-in-an-alarm');
      await page.reload();
      await ask(page, 'can i ice it');
      await check('15-gone');
      for (const [state, address] of Object.entries({ '16-guide': guide, '17-compare': `${url}/compare` })) {
        await page.goto(address);
        await check(state);
      }
      expect(faults.filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([]);
    },
  );

  it.for(['light', 'dark'] as const)('breaks no rule of access on paper: %s', async (colorScheme) => {
    const { url } = await web();
    const { page } = await open(url, { colorScheme, viewport: PAPER });
    const guide = `${url}${await page.getAttribute('nav a', 'href')}`;
    await page.emulateMedia({ media: 'print' });
    for (const [state, address] of Object.entries({ guide, compare: `${url}/compare` })) {
      await page.goto(address);
      await shoot(page, `paper-${colorScheme}-${state}`, true);
      expect(await breaches(page), state).toEqual([]);
      expect(await page.evaluate('getComputedStyle(document.documentElement).color'), state).toBe('rgb(0, 0, 0)');
    }
  });

  it('works by keyboard alone: skip link, suggestion, choice, thumb, topics', async () => {
    const { page } = await open((await web()).url);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the question field');
    await page.keyboard.press('Enter');
    await page.keyboard.type('cost');
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    expect(await page.getAttribute('#question', 'aria-activedescendant')).toBe('option-0');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.answer');
    await ask(page, 'when can i work out');
    await page.focus('.choice');
    await page.keyboard.press('Enter');
    await page.locator('article:focus').waitFor();
    await page.keyboard.press('Tab');
    while (!(await focused(page)).startsWith('Yes')) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.thumbs:focus').waitFor();
    expect(await page.locator('.thumbs:focus').innerText()).toContain('Thank you');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('question');
  });

  it('shows where the keyboard is, on everything that can be reached', async () => {
    const { page } = await open((await web()).url);
    const bare: string[] = [];
    for (let step = 0; step < 30; step++) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate('parseFloat(getComputedStyle(document.activeElement).outlineWidth)');
      if (Number(outline) < 2) bare.push(await focused(page));
      if (await page.evaluate("document.activeElement.type === 'submit'")) break;
    }
    expect(await focused(page)).toBe('Send');
    expect(bare).toEqual([]);
  });

  it('tells a screen reader of answers politely and of alarms at once', async () => {
    const { page } = await open((await web()).url);
    const log = page.getByRole('log');
    const alert = page.getByRole('alert');
    await ask(page, 'can i ice it');
    expect(await log.innerText()).toContain('You asked:');
    expect(await log.innerText()).toContain('Put ice on');
    expect(await alert.innerText()).toBe('');
    await ask(page, 'my legs are numb and i cant pee');
    expect(await alert.innerText()).toContain('Call 911 now');
    expect(await page.evaluate('document.activeElement.id')).toBe('alarm');
    await ask(page, 'can i ice it');
    expect(await alert.innerText()).toBe('');
    expect(await log.innerText()).toMatch(/Call 911 now[\s\S]+Put ice on/u);
  });

  it('moves nothing for those who want no motion', async () => {
    const { url } = await web();
    const scrolling = async (reducedMotion: 'reduce' | 'no-preference') => {
      const { page } = await open(url, { reducedMotion });
      return page.evaluate('getComputedStyle(document.documentElement).scrollBehavior');
    };
    expect([await scrolling('reduce'), await scrolling('no-preference')]).toEqual(['auto', 'smooth']);
  });

  it.for([
    ['the chat', '/'],
    ['the comparison', '/compare'],
  ] as const)('has targets of 44 pixels, and fits at twice the text size: %s', async ([, path]) => {
    const { page } = await open(`${(await web()).url}${path}`);
    if (path === '/') {
      await page.click('summary');
      expect(await smallTargets(page)).toEqual([]);
      await page.locator('#question').pressSequentially('cost');
      await page.waitForSelector('[role=option]');
      expect(await smallTargets(page)).toEqual([]);
      await ask(page, 'when can i work out');
    }
    expect(await smallTargets(page)).toEqual([]);
    await page.evaluate("document.documentElement.style.fontSize = '34px'");
    expect(await breaches(page)).toEqual([]);
    await shoot(page, `large-text${path.replace('/', '-')}`);
  });
});

function focused(page: Page): Promise<string> {
  return page.evaluate("document.activeElement.textContent || document.activeElement.id || 'nothing'");
}

/** Links inside a sentence are as tall as their line. */
function smallTargets(page: Page): Promise<(string | null)[]> {
  return page.$$eval('button, summary, input, [role=option], .call, .big, nav a, .screen a', (all) =>
    all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44).map((one) => one.textContent),
  );
}
