/** Unchanged lines shown around a change, as `git diff` does. */
const CONTEXT = 3;

/** Two versions of a text file -> a unified diff that `git apply` takes; '' where nothing differs. `path` has forward slashes. */
export function toPatch(path: string, before: string, after: string): string {
  if (before === after) return '';
  const [old, now] = [toLines(before), toLines(after)];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const start = Math.max(0, head - CONTEXT);
  const end = Math.max(0, tail - CONTEXT);
  const [oldCount, nowCount] = [old.length - end - start, now.length - end - start];
  const lines = [
    ...old.slice(start, head).map((line) => ` ${line}`),
    ...between(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...old.slice(old.length - tail, old.length - end).map((line) => ` ${line}`),
  ];
  const place = (count: number) => `${count === 0 ? start : start + 1},${count}`;
  return `--- a/${path}\n+++ b/${path}\n@@ -${place(oldCount)} +${place(nowCount)} @@\n${lines.join('')}`;
}

/** The lines of both with their marks, as few as can be taken away and added: a table of longest common rests. */
function between(old: readonly string[], now: readonly string[]): string[] {
  const common = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      (common[i] as Uint32Array)[j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const lines: string[] = [];
  for (let i = 0, j = 0; i < old.length || j < now.length; ) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      lines.push(` ${old[i++]}`);
      j++;
    } else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) lines.push(`-${old[i++]}`);
    else lines.push(`+${now[j++]}`);
  }
  return lines;
}

/** Each with its line end; a last line without one says so, as diffs do. */
function toLines(text: string): string[] {
  const lines = text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
  return lines.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`));
}
