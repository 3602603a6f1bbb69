import type { FactId, Level, Reply } from '#core';
import type { Label } from './labels.ts';

export type Verdict = 'correct' | 'assisted' | 'wrong' | 'unhelpful' | 'missed' | 'false-alarm';
export interface Judged {
  readonly label: Label;
  readonly verdict: Verdict;
  /** Correct to the point, not only to the topic. */
  readonly strict: boolean;
}
/** What of a reply is judged. */
export type Judgeable = Pick<Reply, 'kind' | 'lead' | 'points'> & { readonly level: Level | null };

/**
 * Judges a reply by its label; a note may name a second acceptable reply, "alt: abstain" or "alt: answer topic/point".
 * `factIds` are all facts of the knowledge: where a topic or point is in one guide only, that guide alone is a whole answer.
 */
export function judge(label: Label, reply: Judgeable, factIds: readonly FactId[]): Judged {
  const first = judgeOne(label, reply, factIds);
  if (first.verdict === 'correct') return first;
  for (const other of alternatives(label)) {
    const second = judgeOne(other, reply, factIds);
    if (second.verdict === 'correct') return { ...second, label };
  }
  return first;
}

function alternatives(label: Label): Label[] {
  const found = /alt: (answer|abstain|help|escalate)\s*([^;]*)/u.exec(label.note);
  if (found === null) return [];
  const spots = (found[2] ?? '')
    .split(',')
    .map((spot) => spot.trim().split('/'))
    .filter(([topic]) => topic !== '');
  const kind = found[1] as Label['kind'];
  return [
    {
      ...label,
      kind,
      note: '',
      topics: spots.map(([topic]) => topic ?? ''),
      points: spots.flatMap(([, point]) => point ?? []),
    },
  ];
}

function judgeOne(label: Label, reply: Judgeable, factIds: readonly FactId[]): Judged {
  const say = (verdict: Verdict, strict = false): Judged => ({ label, verdict, strict });
  if (label.kind === 'escalate') {
    if (reply.kind !== 'escalate') return say('missed');
    return say('correct', reply.level === label.level || reply.level === 'emergency');
  }
  if (reply.kind === 'escalate') return say('false-alarm');
  if (label.kind === 'answer') return judgeAnswer(label, reply, factIds, say);
  if (reply.kind === label.kind) return say('correct', true);
  return say(reply.kind === 'answer' ? 'wrong' : 'unhelpful');
}

function judgeAnswer(
  label: Label,
  reply: Judgeable,
  factIds: readonly FactId[],
  say: (verdict: Verdict, strict?: boolean) => Judged,
): Judged {
  const lead = reply.lead.map(parse);
  if (reply.kind === 'clarify') {
    const offered = new Set(reply.points.map((id) => parse(id).topic));
    return say(
      offered.size > 0 && offered.size <= 3 && label.topics.some((topic) => offered.has(topic))
        ? 'assisted'
        : 'unhelpful',
    );
  }
  if (reply.kind !== 'answer') return say('unhelpful');
  const onTopic = lead.length > 0 && lead.every((fact) => label.topics.includes(fact.topic));
  const guides = new Set(reply.points.map((id) => parse(id).guide));
  const rightGuide =
    label.code === null
      ? guides.size > 1 || inOneGuide(label, factIds)
      : lead.every((fact) => fact.guide === label.code);
  if (!onTopic || !rightGuide) return say('wrong');
  return say('correct', label.points.length === 0 || lead.some((fact) => label.points.includes(fact.point)));
}

function inOneGuide(label: Label, factIds: readonly FactId[]): boolean {
  const facts = factIds.map(parse);
  const guidesOf = (some: typeof facts) => new Set(some.map((fact) => fact.guide)).size;
  const accepted = facts.filter(
    (fact) => label.topics.includes(fact.topic) && (label.points.length === 0 || label.points.includes(fact.point)),
  );
  return (
    guidesOf(accepted) === 1 ||
    label.topics.some((topic) => guidesOf(facts.filter((fact) => fact.topic === topic)) === 1)
  );
}

function parse(id: FactId) {
  const [guide = '', topic = '', point = ''] = id.split('/');
  return { guide, topic, point };
}
