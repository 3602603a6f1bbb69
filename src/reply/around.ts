import type { Fact, Guide, Knowledge, ReviewState } from '../knowledge/index.ts';
import type { Block } from '../types.ts';
import type { Setting } from './setting.ts';
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
  { audience, today }: Pick<Setting, 'audience' | 'today'>,
  knowledge: Knowledge,
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
    text: sourceLine(sources, reviewsOf(facts, knowledge), today, say),
  };
  return audience === 'staff' ? [source, ...staffBlocks(facts, used, say)] : [source];
}

/** "Source: both guides, Recovery. Not yet reviewed by the clinic." */
export function sourceLine(sources: string, reviews: readonly ReviewState[], today: string, say: Say): string {
  return `${say('source', { sources })} ${reviewLine(reviews, today, say)}`.trim();
}

/** Of the facts and of the cautions that stand beside them. */
export function reviewsOf(facts: readonly Fact[], { cautions }: Knowledge): ReviewState[] {
  const names = new Set(facts.flatMap((fact) => fact.cautions));
  return [...facts.map((fact) => fact.review), ...[...names].flatMap((name) => cautions.get(name)?.review ?? [])];
}

/** Says while nobody has signed the words, the review is overdue, or the words are disputed; else nothing. */
export function reviewLine(reviews: readonly ReviewState[], today: string, say: Say): string {
  const overdue = reviews.some(({ next }) => next !== undefined && next < today);
  const disputed = reviews.some(({ state }) => state === 'disputed');
  if (overdue || disputed) return [overdue ? say('overdue') : '', disputed ? say('disputed') : ''].join(' ').trim();
  return reviews.some(({ state }) => state !== 'approved') ? say('unreviewed') : '';
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
