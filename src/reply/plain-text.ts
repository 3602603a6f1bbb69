import type { Block, Reply } from '../types.ts';

/** The whole reply as plain text: what every channel must be able to show, screen readers and notifications included. */
export function toPlainText(reply: Reply): string {
  const body = reply.blocks.map(toText).filter((text) => text !== '');
  const choices = reply.choices.map((choice, index) => `${index + 1}. ${choice.label}`);
  return [...body, ...(choices.length > 0 ? [choices.join('\n')] : [])].join('\n\n');
}

/** One block as plain text. */
export function toText(block: Block): string {
  if (block.kind !== 'guide') return block.text;
  const [only, ...more] = block.statements;
  if (only === undefined) return '';
  if (more.length === 0) return `${block.name}: ${only.text}`;
  return [`${block.name}:`, ...block.statements.map((statement) => `- ${statement.text}`)].join('\n');
}
