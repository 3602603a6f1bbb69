import type { Assistant, Knowledge } from '#core';
import type { Finding } from './finding.ts';

/** A wording, or the line that names the question, must lead to its own question, and no two may claim the same one; about a millisecond a wording. */
export function checkWordings(assistant: Assistant): Finding[] {
  const { knowledge } = assistant;
  const claims = new Map<string, { readonly id: string; readonly wording: string }>();
  const owned = [
    ...[...knowledge.questions.values()].map(({ id, asks, wordings }) => [id, [asks, ...wordings]] as const),
    ...[...knowledge.gaps].map(([id, { asks, wordings }]) => [id, [asks, ...wordings]] as const),
    ...[...knowledge.help].map(([id, { wordings }]) => [id, wordings] as const),
  ];
  return owned.flatMap(([id, wordings]) =>
    wordings.flatMap((wording): Finding[] => {
      const found = understand(wording, assistant);
      if (found.alarm !== null)
        return [
          { level: 'warning', group: 'alarms', about: id, what: `"${wording}" raises an alarm (${found.alarm})` },
        ];
      const finding = (level: Finding['level'], what: string): Finding[] => [
        { level, group: 'wordings', about: id, what: `"${wording}" ${what}` },
      ];
      if (found.key === '') return finding('error', 'holds no word that counts; remove it');
      const other = claims.get(found.key);
      if (other === undefined) claims.set(found.key, { id, wording });
      else if (other.id !== id)
        return finding(
          isNear(other.id, id, knowledge) ? 'warning' : 'error',
          `is understood as "${other.wording}" of ${other.id}; remove one of them`,
        );
      const top = found.top;
      if (top === null || top === id || isNear(top, id, knowledge)) return [];
      return finding('warning', `leads to ${top}`);
    }),
  );
}

/** What a wording is read as, alone and on its first day. */
function understand(wording: string, assistant: Assistant) {
  const turn = { conversation: null, now: 0, audience: 'patient', procedure: null } as const;
  const { parts, screening } = assistant.reply({ input: { text: wording }, ...turn }).explanation;
  return {
    alarm: screening?.kind === 'alarm' ? screening.ruleId : null,
    /** The same for every wording of the same words, in any order. */
    key: [...(parts[0]?.terms ?? [])].sort().join(' '),
    top: parts[0]?.matches[0]?.id ?? null,
  };
}

/** Two questions of one topic or with one answer: the reply is much the same, so that no patient is misled. */
function isNear(a: string, b: string, { questions }: Knowledge): boolean {
  const [first, second] = [questions.get(a), questions.get(b)];
  if (first === undefined || second === undefined) return false;
  return first.topic === second.topic || first.answer[0] === second.answer[0];
}
