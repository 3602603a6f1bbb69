import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as engine, type Page } from 'playwright-core';

/** The Chromium in node_modules is built for this platform alone. */
export const HAS_BROWSER = process.platform === 'linux' && process.arch === 'x64';
export const WITHOUT = 'the browser in node_modules runs on Linux x64 only';

const OUTPUT = join(import.meta.dirname, '../../output');
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export async function openBrowser(): Promise<Browser> {
  return engine.launch({
    executablePath: await chromium.executablePath(),
    args: [
      ...chromium.args.filter((arg) => !/^--(single-process|no-zygote)$/u.test(arg)),
      '--no-sandbox',
      '--disable-background-networking',
    ],
    headless: true,
  });
}

interface Axe {
  run(options: unknown): Promise<{
    violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[];
  }>;
}

/** Rules of WCAG 2.2 AA and good practice that the page breaks; empty is good. */
export async function breaches(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const violations = await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: Axe }).axe
        .run({ runOnly: { type: 'tag', values } })
        .then((found) => found.violations),
    tags,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
}

export async function shoot(page: Page, name: string): Promise<void> {
  await mkdir(OUTPUT, { recursive: true });
  await page.screenshot({ path: join(OUTPUT, `web-${name}.png`) });
}
