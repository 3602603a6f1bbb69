import { type Block, type Turn, toPlainText } from '#core';
import { aboutOf, toInert } from '../shared/index.ts';
import type { Payload } from './schemas.ts';

/** Turn -> what the page is sent: every word of the reply, in order, and nothing that it does not need. */
export function render(turn: Turn): Payload {
  const { reply } = turn;
  return {
    kind: reply.kind,
    level: reply.level,
    blocks: reply.blocks.map(renderBlock),
    choices: reply.choices.map(({ id, label }) => ({ id, label: toInert(label) })),
    text: toInert(toPlainText(reply)),
    about: aboutOf(turn),
    version: reply.version,
  };
}

function renderBlock(block: Block): Payload['blocks'][number] {
  if (block.kind !== 'guide') return { kind: block.kind, text: toInert(block.text) };
  const statements = block.statements.map(({ fact, text }) => ({ fact, text: toInert(text) }));
  return { kind: 'guide', name: toInert(block.name), statements };
}
