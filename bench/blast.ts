/** `npm run bench -- --compare REV`: which replies a change of knowledge or code alters, as a table that a nurse can read. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const LARGEST_OUTPUT = 2 ** 28;

interface Record {
  readonly id: number;
  readonly kind: string;
  readonly level: string | null;
  readonly lead: readonly string[];
  readonly points: readonly string[];
  readonly text: string;
}

/** Questions -> Markdown: one row for each whose reply is another one now. Throws where git does not know the revision. */
export function compareWith(revision: string, questions: readonly string[]): string {
  const before = answersAt(revision, questions);
  const after = answersOf(ROOT, questions);
  const rows = questions.flatMap((question, index) => {
    const [old, now] = [before[index], after[index]];
    if (old === undefined || now === undefined || JSON.stringify(toView(old)) === JSON.stringify(toView(now)))
      return [];
    return [`| ${severity(old, now)} | ${cell(question)} | ${describe(old)} | ${describe(now)} |`];
  });
  const sorted = rows.toSorted();
  const head = [
    `${rows.length} of ${questions.length} replies differ from ${revision}.`,
    '',
    '| what | question | before | now |',
    '| --- | --- | --- | --- |',
  ];
  return [...head, ...sorted].join('\n');
}

/** The code and the knowledge of that revision answer, in a folder of their own. */
function answersAt(revision: string, questions: readonly string[]): Record[] {
  const folder = mkdtempSync(join(tmpdir(), 'compare-'));
  try {
    const archive = execFileSync('git', ['archive', revision], { cwd: ROOT, maxBuffer: LARGEST_OUTPUT });
    execFileSync('tar', ['-x', '-C', folder], { input: archive });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    return answersOf(folder, questions);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function answersOf(folder: string, questions: readonly string[]): Record[] {
  const input = questions.map((text, id) => JSON.stringify({ id, text })).join('\n');
  const output = execFileSync(process.execPath, ['tools/ask.ts', '--knowledge', 'knowledge', '--batch'], {
    cwd: folder,
    input,
    maxBuffer: LARGEST_OUTPUT,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return output
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record);
}

function toView({ kind, level, lead, points, text }: Record) {
  return { kind, level, lead, points, text };
}

/** Alarms first, then what changes its kind, then what leads elsewhere, then mere words. */
function severity(old: Record, now: Record): string {
  if ((old.kind === 'escalate') !== (now.kind === 'escalate') || old.level !== now.level) return '1 alarm';
  if (old.kind !== now.kind) return '2 kind';
  return JSON.stringify(old.lead) === JSON.stringify(now.lead) ? '4 words' : '3 answer';
}

function describe({ kind, level, lead, text }: Record): string {
  const what = [kind, level, lead.join(' ')].filter((part) => part !== null && part !== '').join(' ');
  return `${what}: ${cell(text.split('\n')[0] ?? '')}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '/').replace(/\s+/gu, ' ').slice(0, 120);
}
