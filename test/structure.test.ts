import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const FILES = globSync('{src,adapters,tools}/**/*.ts', { cwd: ROOT }).sort();
const TEXTS = new Map(FILES.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));
const CORE_STEPS = ['triage', 'procedure', 'match', 'decide', 'reply', 'conversation', 'review'];
const LONGEST = 250;

/** Floors of the house, lowest first; an import may only point to a lower floor, or stay in its own room. */
function roomOf(file: string): { readonly floor: number; readonly room: string } {
  const [top, second = '', third] = file.split('/');
  if (top === 'src') {
    if (third === undefined) {
      const floors: Record<string, number> = { 'types.ts': 0, 'assistant.ts': 4, 'safe-reply.ts': 5, 'index.ts': 6 };
      return { floor: floors[second] ?? Number.NaN, room: second };
    }
    const floor = second === 'text' ? 1 : second === 'knowledge' ? 2 : CORE_STEPS.includes(second) ? 3 : Number.NaN;
    return { floor, room: second };
  }
  if (top === 'adapters' && third === undefined) {
    const floors: Record<string, number> = { 'channels.ts': 10, 'main.ts': 11 };
    return { floor: floors[second] ?? Number.NaN, room: second };
  }
  if (top === 'adapters') return { floor: second === 'shared' ? 7 : second === 'store' ? 8 : 9, room: second };
  return { floor: 12, room: 'tools' };
}

/** Static, for side effects, re-exported, of types, and dynamic. */
function importsOf(text: string): string[] {
  const patterns = [
    /\bfrom\s*(['"])([^'"]+)\1/gu,
    /\bimport\s*\(\s*(['"`])([^'"`]+)\1/gu,
    /\bimport\s*(['"])([^'"]+)\1/gu,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[2] ?? ''));
}

/** A rule of the house: file and its text -> what is wrong, in words. */
type Rule = (file: string, text: string) => readonly string[];

/** Down only, and from outside the core through the front door only. */
const arrows: Rule = (file, text) => {
  const from = roomOf(file);
  return importsOf(text).flatMap((name) => {
    const local = name.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), name)) : null;
    const target = name === '#core' ? 'src/index.ts' : local;
    if (target === null) return [];
    const to = roomOf(target);
    const down = to.floor < from.floor || (to.floor === from.floor && to.room === from.room);
    const throughDoor = from.floor < 7 || to.floor >= 7 || target === 'src/index.ts';
    return down && throughDoor ? [] : [`${file} -> ${target}`];
  });
};

/** Fuse.js is for spelling and matching, files are for the knowledge, databases for the store. */
const packages: Rule = (file, text) =>
  importsOf(text).filter((name) => {
    if (/^(?:pg|kysely|node:sqlite)\b/u.test(name)) return !file.startsWith('adapters/store/');
    if (name === 'fuse.js') return file !== 'src/text/spelling.ts' && !file.startsWith('src/match/');
    if (!file.startsWith('src/')) return false;
    if (/^(?:node:)?(?:fs|path|crypto)\b/u.test(name)) return !file.startsWith('src/knowledge/');
    return /^(?:node:)?(?:process|os|net|https?|dgram|child_process|worker_threads|timers|console)\b/u.test(name);
  });

/** The core is given clock, environment, chance and log. */
const reached: Rule = (file, text) =>
  file.startsWith('src/')
    ? [
        ...text.matchAll(
          /\bprocess\s*\.|\bDate\s*\.\s*now\b|\bnew\s+Date\b\s*(?:\(\s*\)|(?!\s*\())|(?<!new\s)(?<![\w.])Date\s*\(|\bperformance\s*\.|\bMath\s*\.\s*random\b|\bconsole\b/gu,
        ),
      ].map(([found]) => found)
    : [];

const GUIDES = globSync('knowledge/procedures/*.yaml', { cwd: ROOT }).map(
  (file) => /^id:\s*["']?([^"'\s]+)/mu.exec(readFileSync(join(ROOT, file), 'utf8'))?.[1] ?? '',
);

/** A third procedure is a new file of knowledge and nothing else. */
const codes: Rule = (file, text) => (file.startsWith('tools/') ? [] : GUIDES.filter((id) => text.includes(id)));

const length: Rule = (_file, text) => {
  const lines = text.trimEnd().split('\n').length;
  return lines > LONGEST ? [`${lines} lines`] : [];
};

const RULES: Readonly<Record<string, Rule>> = { arrows, packages, reached, codes, length };

describe('the house', () => {
  it('has a place for every file, and two guides to look for', () => {
    expect(FILES.length).toBeGreaterThan(40);
    expect(FILES.filter((file) => Number.isNaN(roomOf(file).floor))).toEqual([]);
    expect(GUIDES.filter((id) => /^\d{5}$/u.test(id))).toHaveLength(2);
  });

  it.for(Object.entries(RULES))('keeps the rule of %s', ([, rule]) => {
    const broken = [...TEXTS].flatMap(([file, text]) => rule(file, text).map((what) => `${file}: ${what}`));
    expect(broken).toEqual([]);
  });

  it.for([
    ['arrows', 'src/text/x.ts', "import { y } from '../knowledge/index.ts';"],
    ['arrows', 'src/knowledge/x.ts', "import type { y } from '../match/index.ts';"],
    ['arrows', 'src/match/x.ts', "export { y } from '../decide/decide.ts';"],
    ['arrows', 'src/reply/x.ts', "const y = await import('../assistant.ts');"],
    ['arrows', 'src/assistant.ts', "export * from './index.ts';"],
    ['arrows', 'src/decide/x.ts', "import '#core';"],
    ['arrows', 'adapters/shared/x.ts', "import {\n  y,\n} from '../terminal/chat.ts';"],
    ['arrows', 'adapters/shared/x.ts', "const { openState } = await import('../store/index.ts');"],
    ['arrows', 'adapters/store/x.ts', "import { y } from '../web/app.ts';"],
    ['arrows', 'adapters/web/x.ts', "import { y } from '../terminal/chat.ts';"],
    ['arrows', 'adapters/web/x.ts', "import { y } from '../../src/match/index.ts';"],
    ['arrows', 'adapters/web/x.ts', "import { y } from '../../tools/record.ts';"],
    ['packages', 'src/decide/x.ts', "import Fuse from 'fuse.js';"],
    ['packages', 'src/text/x.ts', "import Fuse from 'fuse.js';"],
    ['packages', 'adapters/web/x.ts', "const { default: Fuse } = await import('fuse.js');"],
    ['packages', 'src/text/x.ts', "import { readFile } from 'node:fs/promises';"],
    ['packages', 'adapters/shared/x.ts', "import { Pool } from 'pg';"],
    ['packages', 'src/knowledge/x.ts', "import process from 'node:process';"],
    ['reached', 'src/reply/x.ts', 'const demo = process.env.DEMO;'],
    ['reached', 'src/reply/x.ts', 'const now = Date.now();'],
    ['reached', 'src/reply/x.ts', 'const now = new Date();'],
    ['reached', 'src/reply/x.ts', 'const now = new Date;'],
    ['reached', 'src/reply/x.ts', 'const now = Date();'],
    ['reached', 'src/reply/x.ts', 'const now = performance.now();'],
    ['reached', 'src/reply/x.ts', 'const chance = Math.random();'],
    ['reached', 'src/reply/x.ts', "console.log('x');"],
    ['codes', 'src/reply/x.ts', `const guide = '${GUIDES[0]}';`],
    ['codes', 'adapters/slack/x.ts', `/* for ${GUIDES[1]} */`],
    ['length', 'src/reply/x.ts', 'x;\n'.repeat(LONGEST + 1)],
  ] as const)('would notice a breach of %s: %s %s', ([name, file, text]) => {
    expect(RULES[name]?.(file, text)).toHaveLength(1);
  });

  it.for([
    ['arrows', 'src/match/x.ts', "import { stem } from '../text/index.ts';\nimport { y } from './y.ts';"],
    ['arrows', 'adapters/web/x.ts', "import { y } from '#core';\nimport { z } from '../shared/index.ts';"],
    ['arrows', 'adapters/main.ts', "import { openState } from './store/index.ts';"],
    ['packages', 'src/match/x.ts', "import Fuse from 'fuse.js';"],
    ['packages', 'src/knowledge/x.ts', "import { readFile } from 'node:fs/promises';"],
    ['reached', 'src/reply/x.ts', 'const day = new Date(now).toISOString();'],
    ['reached', 'adapters/web/x.ts', 'const now = Date.now();'],
    ['length', 'src/reply/x.ts', 'x;\n'.repeat(LONGEST)],
  ] as const)('lets pass what keeps the rule of %s: %s %s', ([name, file, text]) => {
    expect(RULES[name]?.(file, text)).toEqual([]);
  });
});
