import type { Knowledge, ReplyKey } from '../knowledge/index.ts';
import type { Block, Choice, ChoiceAction, Decision, Procedure, Reply } from '../types.ts';
import { createAnswers } from './answer.ts';
import { safetyNet } from './around.ts';
import { createChoices } from './choices.ts';
import { createAskIfHappening } from './doubt.ts';
import { createHandOver } from './hand-over.ts';
import { frameReply, guidesOf, line, type Setting } from './setting.ts';
import { createSay } from './words.ts';

/** Decision -> Reply, in reviewed words only. */
export type Compose = (decision: Decision, setting: Setting) => Reply;

/** Guides that one reply shows beside one another (DESIGN: wherever that fits). */
const MOST_SIDE_BY_SIDE = 3;
/** Help that no wording asks for. */
const OWN_HELP: Readonly<Record<string, ReplyKey>> = {
  empty: 'empty',
  'none-of-these': 'none-of-these',
  stale: 'stale',
  'not-happening-es': 'not-happening-es',
};

/** @param encode makes a choice's id of what it means */
export function createCompose(knowledge: Knowledge, encode: (action: ChoiceAction) => string): Compose {
  const say = createSay(knowledge);
  const choices = createChoices(knowledge, say, encode);
  const answers = createAnswers(knowledge, say, choices);
  const handOver = createHandOver(knowledge, say);
  const askIfHappening = createAskIfHappening(say, encode);

  const clarify = (options: readonly string[], confidence: number, setting: Setting): Reply => {
    const offered = choices.questions(options, setting.procedure);
    const points = [...new Set(offered.flatMap((choice) => choice.facts))];
    const blocks = [line(say('clarify')), ...safetyNet([], setting.safetyNet, say)];
    const framed = frameReply(setting, blocks, knowledge, say);
    return {
      kind: 'clarify',
      level: null,
      confidence,
      lead: [],
      points,
      choices: [...offered, choices.none()],
      ...framed,
    };
  };

  const abstain = (
    blocks: readonly Block[],
    offered: readonly Choice[],
    confidence: number,
    setting: Setting,
  ): Reply => {
    const framed = frameReply(setting, [...blocks, ...safetyNet([], setting.safetyNet, say)], knowledge, say);
    return { kind: 'abstain', level: null, confidence, lead: [], points: [], choices: offered, ...framed };
  };

  /** More guides than fit side by side: which one is asked; the question stays remembered until it is named. */
  const isTooWide = (procedure: Procedure) =>
    procedure.kind !== 'one' && guidesOf(procedure, knowledge).length > MOST_SIDE_BY_SIDE;
  const nameGuide = (confidence: number, setting: Setting): Reply => {
    const framed = frameReply(setting, [line(say('name-guide'))], knowledge, say);
    return { kind: 'clarify', level: null, confidence, lead: [], points: [], choices: [], ...framed };
  };

  const notInGuide = (asked: string, confidence: number, setting: Setting): Reply => {
    const question = knowledge.questions.get(asked);
    const others = [...knowledge.guides.values()].filter(
      (guide) => !guidesOf(setting.procedure, knowledge).includes(guide),
    );
    const elsewhere = question === undefined ? [] : choices.elsewhere(question, others);
    return abstain(
      handOver.notInGuide(question, guidesOf(setting.procedure, knowledge), elsewhere.length > 0),
      elsewhere,
      confidence,
      setting,
    );
  };

  const help = (about: string, setting: Setting): Reply => {
    const keys = knowledge.help.get(about)?.says ?? [OWN_HELP[about] ?? 'help'];
    const framed = frameReply(
      setting,
      keys.map((key) => line(say(key))),
      knowledge,
      say,
    );
    return { kind: 'help', level: null, confidence: null, lead: [], points: [], choices: [], ...framed };
  };

  const toReply: Compose = (decision, setting) => {
    switch (decision.kind) {
      case 'answer':
        if (isTooWide(setting.procedure)) return nameGuide(decision.chance, setting);
        return answers.questions(decision.asked, decision.gaps, decision.chance, setting);
      case 'topics': {
        if (isTooWide(setting.procedure)) return nameGuide(1, setting);
        const wide: Procedure = decision.compare ? { kind: 'open' } : setting.procedure;
        return (
          answers.topics(decision.topics, { ...setting, procedure: wide }) ??
          notInGuide(`${decision.topics[0]}/whole`, 1, setting)
        );
      }
      case 'guide':
        if (isTooWide(setting.procedure)) return nameGuide(1, setting);
        return answers.overview(setting);
      case 'clarify':
        return clarify(decision.options, decision.chance, setting);
      case 'gap': {
        const answered = answers.gap(decision.gap, decision.chance, setting);
        if (answered !== null) return answered;
        const near = (knowledge.gaps.get(decision.gap)?.near ?? []).flatMap((spot) =>
          choices.near(spot, setting.procedure),
        );
        return abstain(handOver.gap(decision.gap), near, decision.chance, setting);
      }
      case 'not-in-guide':
        return notInGuide(decision.asked, decision.chance, setting);
      case 'abstain':
        return abstain(handOver.abstain(decision.reason, decision.about), [], decision.chance, setting);
      case 'help':
        return help(decision.about, setting);
    }
  };
  return (decision, setting) => askIfHappening(toReply(decision, setting), setting);
}
