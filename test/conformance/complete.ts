import type { Block, Knowledge, Reply } from '#core';
import type { Capabilities, Seen } from './harness.ts';
import { oneLine } from './replies.ts';

/** Words of a reply that a person does not get to see, or not in order; empty where all is there. */
export function missing(reply: Reply, seen: Seen, knowledge: Knowledge): string[] {
  const words = oneLine(seen.text);
  const faults: string[] = [];
  let from = 0;
  for (const part of reply.blocks.flatMap(partsOf).map(oneLine)) {
    const at = words.indexOf(part, from);
    if (at < 0) faults.push(words.includes(part) ? `out of order: ${part}` : `not shown: ${part}`);
    else from = at;
  }
  const shown = reply.kind === 'clarify' ? [] : reply.points;
  const cautions = new Set(shown.flatMap((id) => knowledge.facts.get(id)?.cautions ?? []));
  for (const id of cautions) {
    const caution = oneLine(knowledge.cautions.get(id)?.text ?? `caution ${id}`);
    if (!words.includes(caution)) faults.push(`caution dropped: ${caution}`);
  }
  return faults;
}

/** What breaks a limit, or differs from the choices offered. */
export function misfits(reply: Reply, seen: Seen, { messageLimit, labelLimit }: Capabilities): string[] {
  const long = seen.messages.filter((message) => messageLimit !== null && message.length > messageLimit);
  const labels = reply.choices.map(({ label }) => label);
  const differ = labels.some((label, index) => !isLabel(seen.choices[index] ?? '', label, labelLimit));
  return [
    ...long.map((message) => `too long, ${message.length}: ${message.slice(0, 60)}`),
    ...(differ || labels.length !== seen.choices.length ? [`choices: ${seen.choices.join(' | ')}`] : []),
  ];
}

function isLabel(shown: string, label: string, limit: number | null): boolean {
  if (limit === null || label.length <= limit) return oneLine(shown) === oneLine(label);
  return shown.length <= limit && shown.endsWith('…') && label.startsWith(shown.slice(0, -1).trimEnd());
}

function partsOf(block: Block): readonly string[] {
  return block.kind === 'guide'
    ? [block.name, ...block.statements.map(({ text }) => text)]
    : block.text.split('\n').filter((line) => line.trim() !== '');
}
