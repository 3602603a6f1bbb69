import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const FILES = globSync('{src,adapters,tools}/**/*.ts', { cwd: ROOT }).sort();
const CORE_STEPS = ['triage', 'procedure', 'match', 'decide', 'reply', 'conversation', 'review'];

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
  if (top === 'adapters') return second === 'shared' ? { floor: 7, room: 'shared' } : { floor: 8, room: second };
  return { floor: 9, room: 'tools' };
}

function importsOf(text: string): string[] {
  const patterns = [/\bfrom\s+'([^']+)'/gu, /\bimport\s*\(\s*'([^']+)'/gu, /^import\s+'([^']+)'/gmu];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
}

/** What is wrong with a file's imports, in words; empty where all arrows point down. */
function arrowFaults(file: string, text: string): string[] {
  const from = roomOf(file);
  return importsOf(text).flatMap((name) => {
    const target =
      name === '#core'
        ? 'src/index.ts'
        : name.startsWith('.')
          ? relative(ROOT, resolve(ROOT, dirname(file), name))
          : null;
    if (target === null) return [];
    const to = roomOf(target);
    const down = to.floor < from.floor || (to.floor === from.floor && to.room === from.room);
    const throughDoor = from.floor < 7 || to.floor >= 7 || target === 'src/index.ts';
    return down && throughDoor ? [] : [`${file} -> ${target}`];
  });
}

describe('the house', () => {
  it('has a place for every file', () => {
    expect(FILES.length).toBeGreaterThan(40);
    expect(FILES.filter((file) => Number.isNaN(roomOf(file).floor))).toEqual([]);
  });

  it('has arrows that point down only, and adapters that enter by the front door', () => {
    expect(FILES.flatMap((file) => arrowFaults(file, readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
  });

  it.for([
    ['src/text/x.ts', "import { y } from '../knowledge/index.ts';"],
    ['src/match/x.ts', "export { y } from '../decide/decide.ts';"],
    ['src/reply/x.ts', "const y = await import('../assistant.ts');"],
    ['adapters/shared/x.ts', "import { y } from '../terminal/chat.ts';"],
    ['adapters/web/x.ts', "import { y } from '../terminal/chat.ts';"],
    ['adapters/web/x.ts', "import { y } from '../../src/match/index.ts';"],
  ] as const)('would notice a bad arrow: %s %s', ([file, text]) => {
    expect(arrowFaults(file, text)).toHaveLength(1);
  });

  it('keeps Fuse.js to spelling and match, and the file system to the knowledge', () => {
    const users = (name: RegExp) =>
      FILES.filter((file) => importsOf(readFileSync(join(ROOT, file), 'utf8')).some((one) => name.test(one)));
    expect(
      users(/^fuse\.js$/u).filter((file) => file !== 'src/text/spelling.ts' && !file.startsWith('src/match/')),
    ).toEqual([]);
    expect(users(/^node:fs/u).filter((file) => file.startsWith('src/') && !file.startsWith('src/knowledge/'))).toEqual(
      [],
    );
  });

  it('passes in clock, environment, chance and log instead of reaching for them in the core', () => {
    const reached = /process\.env|Date\.now|new Date\(\)|Math\.random|console\./u;
    expect(
      FILES.filter((file) => file.startsWith('src/') && reached.test(readFileSync(join(ROOT, file), 'utf8'))),
    ).toEqual([]);
  });

  it('names no guide in code: a third one is a new file and nothing else', () => {
    const codes = globSync('knowledge/procedures/*.yaml', { cwd: ROOT }).map(
      (file) => /([^/]+)\.yaml$/u.exec(file)?.[1] ?? '',
    );
    expect(codes.length).toBeGreaterThan(1);
    expect(
      FILES.filter(
        (file) => !file.startsWith('tools/') && codes.some((id) => readFileSync(join(ROOT, file), 'utf8').includes(id)),
      ),
    ).toEqual([]);
  });

  it('keeps files short', () => {
    expect(FILES.filter((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 250)).toEqual([]);
  });
});
