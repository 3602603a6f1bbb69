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
    ...old.slice(head, old.length - tail).map((line) => `-${line}`),
    ...now.slice(head, now.length - tail).map((line) => `+${line}`),
    ...old.slice(old.length - tail, old.length - end).map((line) => ` ${line}`),
  ];
  const place = (count: number) => `${count === 0 ? start : start + 1},${count}`;
  return `--- a/${path}\n+++ b/${path}\n@@ -${place(oldCount)} +${place(nowCount)} @@\n${lines.join('')}`;
}

/** Each with its line end; a last line without one says so, as diffs do. */
function toLines(text: string): string[] {
  const lines = text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
  return lines.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`));
}
