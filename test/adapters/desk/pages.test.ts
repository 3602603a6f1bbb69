import { describe, expect, it } from 'vitest';
import { breaches, describeInBrowser, PHONE } from '../web/browser.ts';
import { count, openDeskServer, someWeeks, TODAY, TOKEN } from './open-desk.ts';

const LOOKS = [
  { name: 'phone, light', ...PHONE },
  { name: 'desktop, dark', colorScheme: 'dark', viewport: { width: 1280, height: 860 } },
] as const;
const LONG_MS = 60_000;
const HOSTILE = '<img src=x onerror=alert(1)> how "long" & why';

/** A clinic with four weeks behind it, and kept words. */
async function openBusyDesk(environment: Record<string, string> = { DESK_TOKEN: TOKEN, REVIEW_KEEP_TEXT: 'redacted' }) {
  const server = await openDeskServer({ environment });
  await server.ledger.count(someWeeks());
  await server.ledger.keep({ day: TODAY, channel: 'web', about: 'relief-duration', text: HOSTILE });
  await server.ledger.record({ entry: 'cautions/food', by: 'Ann Lee, RN', on: TODAY, version: 'abc' });
  return server;
}

describe('the desk', () => {
  it('shows what was asked, in vain and in which words, with figures for every span', async () => {
    const { ask, signIn } = await openBusyDesk();
    const headers = await signIn();
    const read = async (path: string) => (await ask(path, { headers })).text();
    const overview = await read('/desk');
    expect(overview).toMatch(/Asked most[\s\S]*<td>\d+<\/td>/u);
    expect(overview).toContain('Fever, urgent');
    expect(overview).toContain('<svg');
    expect(overview).toContain(`<th scope="row">${TODAY}</th>`);
    const times = async (days: number) =>
      Number(/How long the pain relief lasts<\/th><td>(\d+)/u.exec(await read(`/desk/gaps?days=${days}`))?.[1]);
    expect(await times(7)).toBeLessThan(await times(28));
    expect(await times(28)).toBe(await times(365));
    const wordings = await read('/desk/wordings');
    expect(wordings).toContain('Add a wording');
    expect(wordings).toContain('Thumbs down');
  });

  it('lists what waits for a review, what was signed, and what the last signature was', async () => {
    const { ask, signIn, assistant } = await openBusyDesk();
    const page = await (await ask('/desk/reviews', { headers: await signIn() })).text();
    const waiting = [...assistant.knowledge.facts.values()].filter(({ review }) => review.state !== 'approved');
    expect(waiting.length).toBeGreaterThan(0);
    for (const { id } of waiting) expect(page).toContain(id);
    expect(page).toContain('Ann Lee, RN');
  });

  it('shows kept words as words, and moves them from state to state', async () => {
    const { ask, submit, signIn, ledger } = await openBusyDesk();
    const headers = await signIn();
    const page = await (await ask('/desk/words', { headers })).text();
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).not.toContain('<img');
    const [words] = await ledger.kept();
    for (const state of ['pending', 'done', 'ignored', 'new'] as const) {
      expect((await submit('/desk/words', { id: words?.id ?? '', state }, headers)).status).toBe(303);
      expect(await ledger.kept({ state })).toHaveLength(1);
    }
    await submit('/desk/words', { id: words?.id ?? '', state: 'gone' }, headers);
    expect(await ledger.kept({ state: 'new' })).toHaveLength(1);
  });

  it('puts no words into an address', async () => {
    const { ask, signIn } = await openBusyDesk();
    const page = await (await ask('/desk/words', { headers: await signIn() })).text();
    const links = [...page.matchAll(/href="([^"]*)"/gu)].map((match) => decodeURIComponent(match[1] ?? ''));
    expect(links.filter((link) => link.includes('propose'))).not.toEqual([]);
    expect(links.filter((link) => /img|why/u.test(link))).toEqual([]);
  });

  it('says so while no words are kept, and while the database is gone', async () => {
    const { ask, signIn } = await openBusyDesk({ DESK_TOKEN: TOKEN });
    expect(await (await ask('/desk/words', { headers: await signIn() })).text()).toContain('No words are kept now');
    const broken = await openDeskServer();
    broken.ledger.counts = async () => {
      throw new Error('gone');
    };
    const response = await broken.ask('/desk', { headers: await broken.signIn() });
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('gone');
  });

  it('shows empty pages before anybody asked', async () => {
    const { ask, signIn } = await openDeskServer();
    const headers = await signIn();
    for (const page of ['', '/gaps', '/wordings', '/words', '/reviews'])
      expect(await (await ask(`/desk${page}`, { headers })).text(), page).toContain('Nothing yet.');
  });

  it('keeps a count of something that the knowledge no longer has', async () => {
    const { ask, signIn, ledger } = await openDeskServer();
    await ledger.count([count({ about: 'old/entry', what: 'down' }), count({ about: 'old/entry' })]);
    const page = await (await ask('/desk/wordings', { headers: await signIn() })).text();
    expect(page).toContain('Old/entry');
  });
});

describeInBrowser('the desk', (open) => {
  it.for(LOOKS)('breaks no rule of access on any page: $name', { timeout: LONG_MS }, async ({ name: _, ...look }) => {
    const { page, faults } = await open(`${(await openBusyDesk()).url}/desk`, look);
    const check = async (state: string) => expect(await breaches(page), state).toEqual([]);
    await check('sign-in');
    await page.fill('#token', 'wrong');
    await page.click('button');
    await check('refused');
    await page.fill('#token', TOKEN);
    await page.click('button');
    await page.waitForSelector('svg');
    await check('overview');
    for (const name of ['Gaps', 'Wordings', 'Unanswered words', 'Reviews']) {
      await page.click(`nav a:text-is("${name}")`);
      await page.waitForSelector(`h1:text-is("${name}")`);
      await check(name);
    }
    await page.click('nav a:text-is("Gaps")');
    await page.click('td a:has-text("Write an answer")');
    await check('form');
    expect(faults, 'but for the wrong token').toEqual([expect.stringContaining('401')]);
  });

  it('takes a nurse from a gap to a patch to download', { timeout: LONG_MS }, async () => {
    const { page, faults } = await open(`${(await openBusyDesk()).url}/desk`);
    await page.fill('#token', TOKEN);
    await page.click('button');
    await page.click('nav a:text-is("Gaps")');
    await page.click('td a:has-text("Write an answer")');
    await page.fill('#answer', 'Relief lasts some weeks to months. Ask the clinic what to expect.');
    await page.click('button.main', { timeout: LONG_MS });
    await page.waitForSelector('pre', { timeout: LONG_MS });
    expect(await page.textContent('pre')).toContain('+  answer:');
    expect(await page.textContent('main')).toMatch(/\d+ of \d+ replies would change/u);
    expect(await breaches(page)).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('button.main')]);
    expect(download.suggestedFilename()).toBe('relief-duration.patch');
    expect(faults).toEqual([]);
  });
});
