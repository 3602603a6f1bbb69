import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium as engine, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';

/** The Chromium in node_modules is built for this platform alone. */
const HAS_BROWSER = process.platform === 'linux' && process.arch === 'x64';
const WITHOUT = 'the browser in node_modules runs on Linux x64 only';
const START_MS = 30_000;
/** Far more than a step takes, on a busy machine too. */
const STEP_MS = 10_000;

const OUTPUT = join(import.meta.dirname, '../../output');
/** Run by way of the browser's debugger, so that the page keeps its own policy. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const PHONE = { colorScheme: 'light', viewport: { width: 375, height: 740 } } as const;

export interface Visit {
  readonly page: Page;
  /** What the browser complained about: errors of scripts, breaches of the policy, failed requests. */
  readonly faults: readonly string[];
}
/** A new visitor, with nothing kept from any other. */
export type Open = (url: string, options?: BrowserContextOptions) => Promise<Visit>;

/** Tests in a real browser; skipped by name where none runs. */
export function describeInBrowser(name: string, tests: (open: Open) => void): void {
  describe.skipIf(!HAS_BROWSER)(`${name}${HAS_BROWSER ? '' : `, skipped: ${WITHOUT}`}`, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await engine.launch({
        executablePath: await chromium.executablePath(),
        args: [
          ...chromium.args.filter((arg) => !/^--(single-process|no-zygote)$/u.test(arg)),
          '--no-sandbox',
          '--disable-background-networking',
        ],
        headless: true,
      });
    }, START_MS);
    afterAll(() => browser?.close());

    tests(async (url, options) => {
      const context = await browser.newContext({ ...PHONE, reducedMotion: 'reduce', ...options });
      onTestFinished(() => context.close());
      const page = await context.newPage();
      page.setDefaultTimeout(STEP_MS);
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      await page.goto(url);
      return { page, faults };
    });
  });
}

/** Types, sends, and waits for what comes of it. */
export async function ask(page: Page, text: string): Promise<void> {
  await page.fill('#question', text);
  await page.press('#question', 'Enter');
  await settled(page);
}

/** Nothing is under way any more. */
export function settled(page: Page): Promise<void> {
  return page.locator('#form[aria-busy=false]').waitFor();
}

interface Axe {
  run(options: unknown): Promise<{
    violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[];
  }>;
}

/** Rules of WCAG 2.2 AA and good practice that the page breaks, in words; empty is good. */
export async function breaches(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AXE);
  const violations = await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: Axe }).axe
        .run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'], preload: false })
        .then((found) => found.violations),
    TAGS,
  );
  const broken = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`),
  );
  return [...broken, ...(await overflow(page))];
}

/** Whether the page must be scrolled sideways, in words; empty is good. */
export async function overflow(page: Page): Promise<string[]> {
  return (await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')) ? ['scrolls sideways'] : [];
}

/** Written to test/output, for looking at. */
export async function shoot(page: Page, name: string, fullPage = false): Promise<void> {
  await mkdir(OUTPUT, { recursive: true });
  await page.screenshot({ path: join(OUTPUT, `web-${name}.png`), fullPage });
}
