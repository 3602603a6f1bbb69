import type { Fact, Guide, Knowledge } from '../knowledge/index.ts';
import type { Block, Choice, QuestionId, Reply } from '../types.ts';
import { cautionBlocks, reviewsOf, safetyNet, sourceBlocks, sourceLine } from './around.ts';
import type { Choices } from './choices.ts';
import { type Picked, pickFacts, pickTopic, type Shown } from './facts.ts';
import { frameReply, guidesOf, line, notice, type Setting } from './setting.ts';
import type { Say } from './words.ts';

/** Replies that state facts. */
export interface Answers {
  /** One or two questions, and what else was asked in vain. */
  questions(asked: readonly QuestionId[], gaps: readonly string[], confidence: number, setting: Setting): Reply;
  /** Whole topics, or where none is named all facts that differ; null where the guides meant have nothing on them. */
  topics(slugs: readonly string[], setting: Setting): Reply | null;
  /** A gap that the clinic has filled in; null while it has not. */
  gap(id: string, confidence: number, setting: Setting): Reply | null;
  /** A guide's overview with its topics as choices. */
  overview(setting: Setting): Reply;
}

export function createAnswers(knowledge: Knowledge, say: Say, choices: Choices): Answers {
  /** The one place where facts become blocks, so that no fact is ever shown without its cautions. */
  const show = (
    picks: readonly Picked[],
    notes: readonly string[],
    offered: readonly Choice[],
    confidence: number,
    setting: Setting,
  ): Reply => {
    const guides = guidesOf(setting.procedure, knowledge);
    const shown = picks.flatMap((pick) => pick.shown);
    const facts = [...new Set(shown.flatMap((part) => part.facts))];
    const blocks: Block[] = [
      ...shown.map((part) => guideBlock(part, guides, setting, say)),
      ...notes.map(line),
      ...cautionBlocks(facts, knowledge),
      ...safetyNet(facts, setting.safetyNet, say),
      ...sourceBlocks(facts, guides, setting, knowledge, say),
      ...(facts.some((fact) => fact.topic === 'billing') ? [notice(say('trademark'))] : []),
    ];
    return {
      kind: 'answer',
      level: null,
      confidence,
      lead: picks[0]?.lead ?? [],
      points: facts.map((fact) => fact.id),
      choices: offered,
      ...frameReply(setting, blocks, knowledge, say),
    };
  };

  return {
    questions: (asked, gaps, confidence, setting) => {
      const questions = asked.flatMap((id) => knowledge.questions.get(id) ?? []);
      const guides = guidesOf(setting.procedure, knowledge);
      const picks = questions.map((question) => pickFacts(question, guides, knowledge));
      const notes = [
        ...silence(picks, guides, say),
        ...questions.flatMap((question) => question.but ?? []),
        ...(setting.unsure ? [say('not-sure')] : []),
        ...gaps.flatMap((id) => knowledge.gaps.get(id) ?? []).map(({ asks }) => say('gap-beside', { asks })),
      ];
      return show(
        picks,
        notes,
        setting.unsure ? [] : choices.mine(questions, picks, setting.procedure),
        confidence,
        setting,
      );
    },
    topics: (slugs, setting) => {
      const guides = guidesOf(setting.procedure, knowledge);
      const differing = slugs.length === 0;
      const picks = (differing ? [...knowledge.topics.keys()] : slugs).map((slug) =>
        pickTopic(slug, guides, knowledge, differing),
      );
      const holding = picks.filter((pick) => pick.shown.length > 0);
      return holding.length === 0
        ? null
        : show(holding, differing ? [] : silence(holding, guides, say), [], 1, setting);
    },
    gap: (id, confidence, setting) => {
      const gap = knowledge.gaps.get(id);
      if (gap?.answer === undefined) return null;
      const { text, review, source } = gap.answer;
      const guide = knowledge.guides.get(gap.answer.guide ?? '');
      if (guide !== undefined && !guidesOf(setting.procedure, knowledge).includes(guide)) return null;
      const fact: Fact = {
        id: `clinic/gaps/${id}`,
        procedure: guide?.id ?? 'clinic',
        topic: 'gaps',
        point: id,
        text,
        section: '',
        review,
        cautions: gap.cautions,
      };
      const blocks: Block[] = [
        {
          kind: 'guide',
          procedure: guide?.id ?? null,
          name: guide?.name ?? knowledge.clinic.name,
          statements: [{ fact: fact.id, text }],
        },
        ...cautionBlocks([fact], knowledge),
        ...safetyNet([], setting.safetyNet, say),
        {
          kind: 'source',
          text: sourceLine(source ?? say('source-clinic'), reviewsOf([fact], knowledge), setting.today, say),
        },
      ];
      return {
        kind: 'answer',
        level: null,
        confidence,
        lead: [fact.id],
        points: [fact.id],
        choices: [],
        ...frameReply(setting, blocks, knowledge, say),
      };
    },
    overview: (setting) => {
      const guides = guidesOf(setting.procedure, knowledge);
      const first = guides[0]?.topics[0] ?? '';
      return show([pickTopic(first, guides, knowledge)], [], choices.topics(setting.procedure), 1, setting);
    },
  };
}

function guideBlock({ guides: saying, facts }: Shown, all: readonly Guide[], { procedure }: Setting, say: Say): Block {
  const only = saying.length === 1 ? saying[0] : undefined;
  const once = new Map(facts.map((fact) => [fact.text, fact]));
  const statements = [...once.values()].map((fact) => ({ fact: fact.id, text: fact.text }));
  if (only === undefined)
    return { kind: 'guide', procedure: null, name: say(all.length === 2 ? 'both-guides' : 'all-guides'), statements };
  const remembered = procedure.kind === 'one' && procedure.how === 'remembered';
  return {
    kind: 'guide',
    procedure: only.id,
    name: remembered ? say('guide-remembered', { name: only.name }) : only.name,
    statements,
  };
}

/** Says it where only some of the guides shown speak of the matter. */
function silence(picks: readonly Picked[], guides: readonly Guide[], say: Say): string[] {
  if (guides.length < 2 || !picks.some((pick) => pick.silent.length > 0 && pick.shown.length > 0)) return [];
  return [say(guides.length === 2 ? 'only-in-one' : 'only-in-some')];
}
