/** What the documents claim about names, held against the code. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createFlight } from '../adapters/shared/index.ts';
import { createMetrics } from '../adapters/shared/metrics.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const operate = read('docs/operate.md');
const DOCUMENTS = [
  ...globSync('{docs,bench}/**/*.md', { cwd: ROOT }),
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
].filter((file) => !file.includes('node_modules'));

/** Rows of a table of operate.md whose first cell begins with a name in backticks: names and the other cells. */
function rowsUnder(heading: string) {
  const section = operate.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| (`.+?) \| (.+?) \|/gmu)].map(([, first = '', second = '']) => ({
    names: [...first.matchAll(/`([\w-]+)`/gu)].map(([, name = '']) => name),
    second,
  }));
}

/** Every event that the code logs, with its levels. */
function eventsOf(text: string): [string, string][] {
  const logged = [...text.matchAll(/\blog\.(debug|info|warn|error)\(\s*'([\w-]+)'/gu)];
  const reported = [...text.matchAll(/\breported\('([\w-]+)'/gu)];
  return [
    ...logged.map(([, level = '', event = '']): [string, string] => [event, level]),
    ...reported.map(([, event = '']): [string, string] => [event, 'error']),
  ];
}

describe('docs/operate.md', () => {
  const code = globSync('adapters/**/*.ts', { cwd: ROOT }).map((file) => [file, read(file)] as const);

  it('explains every event that can stand in the log, at its level, and no other', () => {
    const inCode = new Map(code.flatMap(([, text]) => eventsOf(text)));
    const inDocument = new Map(
      rowsUnder('Logs').flatMap(({ names, second }) => {
        const levels = second.split(', ');
        return names.map((name, index) => [name, levels[index] ?? levels[0] ?? ''] as const);
      }),
    );
    expect(inCode.size).toBeGreaterThan(30);
    expect(Object.fromEntries(inDocument)).toEqual(Object.fromEntries(inCode));
  });

  it('misses no event: each is written down where it is logged', () => {
    const hidden = code.flatMap(([file, text]) =>
      [...text.matchAll(/\blog\.(?:debug|info|warn|error)\(\s*[^'\s]/gu)].map(() => file),
    );
    expect(hidden).toEqual(['adapters/shared/converse.ts', 'adapters/shared/metrics.ts']); // both pass a name on
  });

  it('explains every metric, and alerts on no other', async () => {
    const { routes } = createMetrics({ token: 't'.repeat(16), flight: createFlight(), parts: () => ({}) });
    const shown = await routes?.({} as never).app.request('/', {
      headers: { authorization: `Bearer ${'t'.repeat(16)}` },
    });
    const names = [...((await shown?.text()) ?? '').matchAll(/^# HELP (faq_\w+)/gmu)].map(([, name]) => name);
    expect(rowsUnder('Metrics').flatMap((row) => row.names)).toEqual(expect.arrayContaining(names));
    expect(rowsUnder('Metrics')).toHaveLength(names.length);

    const { rules } = parse(read('deploy/alerts.yaml')).groups[0];
    const asked = rules.flatMap(({ expr }: { expr: string }) => expr.match(/\bfaq_\w+/gu) ?? []);
    expect(asked.length).toBeGreaterThan(5);
    for (const metric of asked) expect(names).toContain(metric.replace(/_bucket$/u, ''));
    const events = new Set(code.flatMap(([, text]) => eventsOf(text)).map(([event]) => event));
    const named = rules.flatMap(({ expr }: { expr: string }) => /event=~"([^"]+)"/u.exec(expr)?.[1]?.split('|') ?? []);
    expect(named.filter((event: string) => !events.has(event))).toEqual([]);
  });
});

describe.each(DOCUMENTS)('%s', (file) => {
  const text = read(file);

  it('names only commands that there are', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = [...text.matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)/gu)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('links only to files that there are', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/gu)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(file), link)))).toEqual([]);
  });
});
