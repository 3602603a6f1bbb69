import type { Fact, Guide, Knowledge } from '../knowledge/index.ts';
import type { Audience, Block } from '../types.ts';
import { list, type Say } from './words.ts';

/** Topics whose answers always carry the safety net (clinical review, C3). */
const NET_TOPICS: ReadonlySet<string> = new Set([
  'recovery',
  'complications',
  'side-effects',
  'follow-up',
  'return-to-activity',
]);
/** Asked what to look out for, the long list is the answer. */
const WATCH_SPOTS: ReadonlySet<string> = new Set(['side-effects/what-to-do', 'follow-up/report']);

/** The cautions of all facts shown, each once, in the order in which the facts need them. */
export function cautionBlocks(facts: readonly Fact[], knowledge: Knowledge): Block[] {
  const names = [...new Set(facts.flatMap((fact) => fact.cautions))];
  return names.flatMap((name): Block[] => {
    const caution = knowledge.cautions.get(name);
    const bound = facts.filter((fact) => fact.cautions.includes(name)).map((fact) => fact.id);
    return caution === undefined ? [] : [{ kind: 'caution', id: name, text: caution.text, facts: bound }];
  });
}

/** When to call, said once: with recovery, risks and follow-up, and whenever the person speaks of something going wrong. */
export function safetyNet(facts: readonly Fact[], wanted: boolean, say: Say): Block[] {
  const watch = facts.some((fact) => WATCH_SPOTS.has(`${fact.topic}/${fact.point}`));
  if (watch) return [{ kind: 'safety-net', text: say('watch-list') }];
  return wanted || facts.some((fact) => NET_TOPICS.has(fact.topic))
    ? [{ kind: 'safety-net', text: say('safety-net') }]
    : [];
}

/** Where the words come from, and whether the clinic has signed them. */
export function sourceBlocks(
  facts: readonly Fact[],
  guides: readonly Guide[],
  audience: Audience,
  today: string,
  say: Say,
): Block[] {
  if (facts.length === 0) return [];
  const sections = (some: readonly Fact[]) => [...new Set(some.map((fact) => fact.section))].join(', ');
  const used = guides.filter((guide) => facts.some((fact) => fact.procedure === guide.id));
  const same = new Set(used.map((guide) => sections(facts.filter((fact) => fact.procedure === guide.id)))).size === 1;
  const sources =
    used.length > 1 && same
      ? say(used.length === 2 ? 'source-both' : 'source-all', { sections: sections(facts) })
      : list(
          used.map((guide) =>
            say('source-one', {
              name: guide.name,
              sections: sections(facts.filter((fact) => fact.procedure === guide.id)),
            }),
          ),
        );
  const source: Block = {
    kind: 'source',
    text: `${say('source', { sources })} ${reviewLine(facts, today, say)}`.trim(),
  };
  return audience === 'staff' ? [source, ...staffBlocks(facts, used, say)] : [source];
}

/** Says while nobody has signed the words, or the review is overdue; else nothing. */
export function reviewLine(facts: readonly Fact[], today: string, say: Say): string {
  if (facts.some((fact) => fact.review.next !== undefined && fact.review.next < today)) return say('overdue');
  if (facts.some((fact) => fact.review.state === 'disputed')) return say('disputed');
  return facts.some((fact) => fact.review.state !== 'approved') ? say('unreviewed') : '';
}

/** For staff: every fact's id, section and review state, and the documents. */
function staffBlocks(facts: readonly Fact[], guides: readonly Guide[], say: Say): Block[] {
  const lines = facts.map((fact) =>
    say('staff-fact', {
      id: fact.id,
      section: fact.section,
      state: [fact.review.state, fact.review.note].filter((part) => part !== undefined).join(', '),
    }),
  );
  const titles = guides.map((guide) => say('staff-source', { code: guide.id, title: guide.source.title }));
  return [{ kind: 'staff', text: [...titles, ...lines].join('\n') }];
}
