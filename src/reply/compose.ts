import type { Fact, Guide, Knowledge, Question } from '../knowledge/index.ts';
import type { Audience, Block, Choice, ChoiceAction, Decision, Procedure, Reply } from '../types.ts';
import { cautionBlocks, safetyNet, sourceBlocks } from './around.ts';
import { type Picked, pickFacts, pickTopic, type Shown } from './facts.ts';
import { createHandOver } from './hand-over.ts';
import { createSay } from './words.ts';

/** What a reply depends on besides the decision. */
export interface Setting {
  readonly procedure: Procedure;
  readonly audience: Audience;
  /** The person speaks of risks or after-effects. */
  readonly safetyNet: boolean;
  /** The message was longer than is read. */
  readonly cut: boolean;
  /** YYYY-MM-DD, for overdue reviews. */
  readonly today: string;
  /** The person said that they do not know which guide is theirs. */
  readonly unsure: boolean;
}

/** Decision -> Reply, in reviewed words only. */
export type Compose = (decision: Decision, setting: Setting) => Reply;

/** @param encode makes a choice's id of what it means */
export function createCompose(knowledge: Knowledge, encode: (action: ChoiceAction) => string): Compose {
  const say = createSay(knowledge);
  const handOver = createHandOver(knowledge, say);
  const guidesOf = (procedure: Procedure): readonly Guide[] => {
    const ids =
      procedure.kind === 'one'
        ? [procedure.id]
        : procedure.kind === 'several'
          ? procedure.ids
          : [...knowledge.guides.keys()];
    return ids.flatMap((id) => knowledge.guides.get(id) ?? []);
  };
  const base = (setting: Setting, blocks: readonly Block[]) => ({
    procedure: setting.procedure.kind === 'one' ? setting.procedure.id : null,
    audience: setting.audience,
    version: knowledge.version,
    blocks: [
      ...(setting.cut ? [line(say('cut'))] : []),
      ...blocks,
      ...(knowledge.clinic.demo ? [notice(say('demo'))] : []),
    ],
  });

  /** The one place where facts become blocks, so that no fact is ever shown without its cautions. */
  const show = (
    picks: readonly Picked[],
    setting: Setting,
    notes: readonly string[],
    choices: readonly Choice[],
    confidence: number,
  ): Reply => {
    const guides = guidesOf(setting.procedure);
    const shown = picks.flatMap((pick) => pick.shown);
    const facts = [...new Set(shown.flatMap((part) => part.facts))];
    const blocks: Block[] = [
      ...shown.map((part) => guideBlock(part, guides, setting)),
      ...notes.map(line),
      ...cautionBlocks(facts, knowledge),
      ...safetyNet(facts, setting.safetyNet, say),
      ...sourceBlocks(facts, guides, setting.audience, setting.today, say),
      ...(facts.some((fact) => fact.topic === 'billing') ? [notice(say('trademark'))] : []),
    ];
    return {
      kind: 'answer',
      level: null,
      confidence,
      lead: picks[0]?.lead ?? [],
      points: facts.map((fact) => fact.id),
      choices,
      ...base(setting, blocks),
    };
  };

  const guideBlock = ({ guides: saying, facts }: Shown, all: readonly Guide[], setting: Setting): Block => {
    const only = saying.length === 1 ? saying[0] : undefined;
    const remembered = setting.procedure.kind === 'one' && setting.procedure.how === 'remembered';
    const name =
      only === undefined
        ? say(all.length === 2 ? 'both-guides' : 'all-guides')
        : remembered
          ? say('guide-remembered', { name: only.name })
          : only.name;
    const statements = [...new Map(facts.map((fact) => [fact.text, fact])).values()].map((fact) => ({
      fact: fact.id,
      text: fact.text,
    }));
    return { kind: 'guide', procedure: only?.id ?? null, name, statements };
  };

  const answer = (asked: readonly string[], gaps: readonly string[], confidence: number, setting: Setting): Reply => {
    const questions = asked.flatMap((id) => knowledge.questions.get(id) ?? []);
    const guides = guidesOf(setting.procedure);
    const picks = questions.map((question) => pickFacts(question, guides, knowledge));
    const notes = [
      ...picks.flatMap((pick) => silentNote(pick, guides)),
      ...questions.flatMap((question) => question.but ?? []),
      ...(setting.unsure ? [say('not-sure')] : []),
      ...gaps.flatMap((id) => knowledge.gaps.get(id)?.asks ?? []).map((asks) => say('gap-beside', { asks })),
    ];
    return show(picks, setting, notes, setting.unsure ? [] : mineChoices(questions, picks, setting), confidence);
  };

  const silentNote = ({ silent, shown }: Picked, guides: readonly Guide[]): string[] => {
    if (silent.length === 0 || shown.length === 0 || guides.length < 2) return [];
    return [say(guides.length === 2 ? 'only-in-one' : 'only-in-some')];
  };

  /** Where the guides differ and none is named: "mine is ..." for each, and "I'm not sure". */
  const mineChoices = (questions: readonly Question[], picks: readonly Picked[], setting: Setting): Choice[] => {
    const differ = picks.some((pick) => pick.shown.some((part) => part.guides.length === 1));
    if (setting.procedure.kind !== 'open' || !differ) return [];
    const asked = questions.map((question) => question.id);
    const mine = guidesOf(setting.procedure).map((guide): Choice => {
      const facts = questions.flatMap((question) =>
        pickFacts(question, [guide], knowledge).shown.flatMap((part) => part.facts),
      );
      return {
        id: encode({ kind: 'ask', asked, procedure: guide.id }),
        label: say('choice-mine', { name: guide.name }),
        facts: facts.map((fact) => fact.id),
      };
    });
    return [...mine, { id: encode({ kind: 'unsure', asked }), label: say('choice-unsure'), facts: [] }];
  };

  const topics = (slugs: readonly string[], compare: boolean, setting: Setting): Reply => {
    const wide =
      compare && setting.procedure.kind === 'one' ? { ...setting, procedure: { kind: 'open' } as const } : setting;
    const guides = guidesOf(wide.procedure);
    const all = slugs.length > 0 ? slugs : [...knowledge.topics.keys()];
    const picks = all
      .map((slug) => pickTopic(slug, guides, knowledge, slugs.length === 0))
      .filter((pick) => pick.shown.length > 0);
    const lead = picks[0] === undefined ? [] : [...picks[0].lead];
    return picks.length === 0
      ? notInGuide(slugs[0] ?? '', 1, wide)
      : { ...show(picks, wide, picks.flatMap((pick) => silentNote(pick, guides)).slice(0, 1), [], 1), lead };
  };

  const guide = (setting: Setting): Reply => {
    const id = setting.procedure.kind === 'one' ? setting.procedure.id : null;
    const guides = guidesOf(setting.procedure);
    const first = guides[0]?.topics[0] ?? '';
    const choices = [...new Set(guides.flatMap((one) => one.topics))].flatMap((slug): Choice[] => {
      const topic = knowledge.topics.get(slug);
      const facts = guides.flatMap((one) => factsIn(one, slug)).map((fact) => fact.id);
      return topic === undefined
        ? []
        : [{ id: encode({ kind: 'topic', topic: slug, procedure: id }), label: topic.title, facts }];
    });
    return show([pickTopic(first, guides, knowledge)], setting, [], choices, 1);
  };

  const clarify = (options: readonly string[], confidence: number, setting: Setting): Reply => {
    const guides = guidesOf(setting.procedure);
    const procedure = setting.procedure.kind === 'one' ? setting.procedure.id : null;
    const choices = options.flatMap((id): Choice[] => {
      const question = knowledge.questions.get(id);
      if (question === undefined) return [];
      const facts = pickFacts(question, guides, knowledge).shown.flatMap((part) => part.facts);
      return [
        {
          id: encode({ kind: 'ask', asked: [id], procedure }),
          label: capital(say('choice-question', { asks: question.asks })),
          facts: facts.map((fact) => fact.id),
        },
      ];
    });
    const points = [...new Set(choices.flatMap((choice) => choice.facts))];
    const none: Choice = { id: encode({ kind: 'none' }), label: say('choice-none'), facts: [] };
    return {
      kind: 'clarify',
      level: null,
      confidence,
      lead: [],
      points,
      choices: [...choices, none],
      ...base(setting, [line(say('clarify'))]),
    };
  };

  const abstain = (
    blocks: readonly Block[],
    choices: readonly Choice[],
    confidence: number,
    setting: Setting,
  ): Reply => {
    return {
      kind: 'abstain',
      level: null,
      confidence,
      lead: [],
      points: [],
      choices,
      ...base(setting, [...blocks, ...safetyNet([], setting.safetyNet, say)]),
    };
  };

  const gap = (id: string, confidence: number, setting: Setting): Reply => {
    const choices = (knowledge.gaps.get(id)?.near ?? []).flatMap((spot) => askChoice(spot, setting));
    return abstain(handOver.gap(id), choices, confidence, setting);
  };

  const notInGuide = (asked: string, confidence: number, setting: Setting): Reply => {
    const question = knowledge.questions.get(asked) ?? knowledge.questions.get(`${asked}/whole`);
    const others =
      setting.procedure.kind === 'one'
        ? [...knowledge.guides.values()].filter((one) => question?.answer.some((spot) => one.facts.has(spot)))
        : [];
    const choices = others.map((one): Choice => {
      return {
        id: encode({ kind: 'ask', asked: [question?.id ?? asked], procedure: one.id }),
        label: one.name,
        facts: [],
      };
    });
    return abstain(
      handOver.notInGuide(question, guidesOf(setting.procedure), choices.length > 0),
      choices,
      confidence,
      setting,
    );
  };

  /** The question that a nearest fact answers, as a choice. */
  const askChoice = (spot: string, setting: Setting): Choice[] => {
    const question = [...knowledge.questions.values()].find((one) => !one.whole && one.answer[0] === spot);
    const held =
      question !== undefined &&
      guidesOf(setting.procedure).some((one) => question.answer.some((name) => one.facts.has(name)));
    if (!held) return [];
    const procedure = setting.procedure.kind === 'one' ? setting.procedure.id : null;
    return [{ id: encode({ kind: 'ask', asked: [question.id], procedure }), label: capital(question.asks), facts: [] }];
  };

  const help = (about: string, setting: Setting): Reply => {
    const keys = knowledge.help.get(about)?.says ?? [about];
    return {
      kind: 'help',
      level: null,
      confidence: null,
      lead: [],
      points: [],
      choices: [],
      ...base(
        setting,
        keys.map((key) => line(say(key))),
      ),
    };
  };

  return (decision, setting) => {
    switch (decision.kind) {
      case 'answer':
        return answer(decision.asked, decision.gaps, decision.chance, setting);
      case 'topics':
        return topics(decision.topics, decision.compare, setting);
      case 'guide':
        return guide(setting);
      case 'clarify':
        return clarify(decision.options, decision.chance, setting);
      case 'gap':
        return gap(decision.gap, decision.chance, setting);
      case 'not-in-guide':
        return notInGuide(decision.asked, decision.chance, setting);
      case 'abstain':
        return abstain(handOver.abstain(decision.reason, decision.about), [], decision.chance, setting);
      case 'help':
        return help(decision.about, setting);
    }
  };
}

function factsIn(guide: Guide, topic: string): Fact[] {
  return [...guide.facts.values()].filter((fact) => fact.topic === topic);
}

function line(text: string): Block {
  return { kind: 'line', text };
}

function notice(text: string): Block {
  return { kind: 'notice', text };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
