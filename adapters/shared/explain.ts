import type { Matched, Turn } from '#core';

/** How a reply came about, for people: what was understood, what matched, the runner-up and why. */
export function explainTurn({ explanation }: Turn): string {
  const { screening, procedure, corrected, parts, decision } = explanation;
  if (screening?.kind === 'alarm') return `alarm: ${screening.category} (${screening.level}), rule ${screening.ruleId}`;
  return [
    `procedure: ${procedure === null ? '-' : procedure.kind === 'one' ? `${procedure.id}, ${procedure.how}` : procedure.kind}`,
    ...corrected.map(({ from, to }) => `spelling: ${from} -> ${to}`),
    ...parts.flatMap(explainPart),
    `decision: ${JSON.stringify(decision)}`,
  ].join('\n');
}

function explainPart(part: Matched, index: number): string[] {
  const [best, second] = part.matches;
  return [
    `${index === 0 ? 'message' : `question ${index}`}: ${part.terms.join(' ') || 'nothing that counts'}${part.unknown.length > 0 ? `; unknown: ${part.unknown.join(' ')}` : ''}`,
    `  best: ${best === undefined ? '-' : `${best.id} ${best.score.toFixed(2)} by "${best.wording}"`}; chance of a right answer ${part.chance.toFixed(2)}`,
    `  runner-up: ${second === undefined ? '-' : `${second.id} ${second.score.toFixed(2)} by "${second.wording}"`}`,
  ];
}
