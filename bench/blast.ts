/** `npm run bench -- --compare REV`: which replies a change of knowledge or code alters, as a table that a nurse can read. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changesBetween, describeView, type View } from '#core';

const ROOT = join(import.meta.dirname, '..');
const LARGEST_OUTPUT = 2 ** 28;

/** Questions -> Markdown: one row for each whose reply is another one now. Throws where git does not know the revision. */
export function compareWith(revision: string, questions: readonly string[]): string {
  const before = answersAt(revision, questions);
  const after = answersOf(ROOT, questions);
  const changes = changesBetween(questions, before, after);
  const rows = changes.map((change) => {
    const cells = [change.what, change.question, describeView(change.before), describeView(change.after)];
    return `| ${cells.map(toCell).join(' | ')} |`;
  });
  const head = [
    `${rows.length} of ${questions.length} replies differ from ${revision}.`,
    '',
    '| what | question | before | now |',
    '| --- | --- | --- | --- |',
  ];
  return [...head, ...rows].join('\n');
}

/** The code and the knowledge of that revision answer, in a folder of their own. */
function answersAt(revision: string, questions: readonly string[]): View[] {
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

function answersOf(folder: string, questions: readonly string[]): View[] {
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
    .map((line) => JSON.parse(line) as View);
}

function toCell(text: string): string {
  return text.replaceAll('|', '/').replace(/\s+/gu, ' ').slice(0, 200);
}
