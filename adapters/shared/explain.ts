import type { Decision, Matched, Procedure, Screened, Turn } from '#core';

/** How a reply came about, for people: what was understood, what matched, the runner-up and why. */
export function explainTurn({ explanation }: Turn): string {
  const { screening, procedure, corrected, parts, decision } = explanation;
  if (screening?.kind === 'alarm') {
    const { category, level, ruleId, unsure } = screening;
    return `alarm: ${category}, ${level}, rule ${ruleId}${unsure ? '; unclear whether it is happening now' : ''}`;
  }
  return [
    `guide: ${sayProcedure(procedure)}`,
    ...corrected.map(({ from, to }) => `spelling: ${from} -> ${to}`),
    ...parts.flatMap(explainPart),
    ...(screening?.kind === 'screened' ? sayCare(screening) : []),
    `decision: ${sayDecision(decision)}`,
  ].join('\n');
}

function sayCare({ doubt, safetyNet }: Screened): string[] {
  if (doubt !== null)
    return [
      `doubt: rule ${doubt.ruleId} found ${doubt.category}, ${doubt.level}, most likely no alarm; one press raises it`,
    ];
  return safetyNet ? ['safety net: the message speaks of risks'] : [];
}

function sayProcedure(procedure: Procedure | null): string {
  switch (procedure?.kind) {
    case 'one':
      return `${procedure.id}, ${procedure.how}`;
    case 'several':
      return `${procedure.ids.join(' and ')}, named`;
    case 'unknown-code':
      return 'a code that no guide has';
    default:
      return 'none named, so all of them';
  }
}

function explainPart({ terms, unknown, outside, matches, chance }: Matched, index: number): string[] {
  const [best, second] = matches;
  const say = (match: typeof best) =>
    match === undefined
      ? 'none'
      : `${match.kind} ${match.id}, likeness ${match.score.toFixed(2)} to "${match.wording}"`;
  return [
    `${index === 0 ? 'message' : `part ${index}`}: ${terms.join(' ') || 'nothing that counts'}`,
    ...(unknown.length > 0 ? [`  words unknown to the knowledge: ${unknown.join(' ')}`] : []),
    ...(outside === null ? [] : [`  a word of another subject: ${outside}`]),
    `  best: ${say(best)}`,
    `  runner-up: ${say(second)}`,
    `  chance that the best question answers it: ${chance.toFixed(2)}`,
  ];
}

function sayDecision(decision: Decision | null): string {
  if (decision === null) return 'none';
  const sure = 'chance' in decision ? `, chance ${decision.chance.toFixed(2)}` : '';
  switch (decision.kind) {
    case 'answer': {
      const gaps = decision.gaps.length > 0 ? `, and names the gap ${decision.gaps.join(', ')}` : '';
      return `answer ${decision.asked.join(' and ')}${gaps}${sure}: sure enough`;
    }
    case 'topics':
      return decision.topics.length > 0 ? `show the topic ${decision.topics.join(', ')}` : 'show all that differs';
    case 'guide':
      return 'show the overview of the guide with its topics';
    case 'clarify':
      return `ask back between ${decision.options.join(', ')}${sure}: near, but not sure enough to answer`;
    case 'gap':
      return `name the gap ${decision.gap}${sure}: asked often, and in no guide`;
    case 'not-in-guide':
      return `hand over${sure}: the guide that is meant does not answer ${decision.asked}`;
    case 'abstain':
      return `hand over${sure}: ${REASONS[decision.reason]}`;
    case 'help':
      return `help: ${decision.about}`;
  }
}

const REASONS = {
  'not-understood': 'no question of the knowledge comes near enough',
  outside: 'it is about another subject',
  'unknown-code': 'it names a code that no guide has',
  'other-language': 'it is in a language without reviewed answers',
} as const;
