import { decodeChoice, encodeChoice, recall, remember, rememberAlarm } from './conversation/index.ts';
import { createQuickCheck, decide, decideChoice } from './decide/index.ts';
import type { Knowledge } from './knowledge/index.ts';
import { createMatcher, languageOf, otherQuestionsIn } from './match/index.ts';
import { createProcedureFinder } from './procedure/index.ts';
import { createCompose, createComposeAlarm } from './reply/index.ts';
import { createReader, normalise } from './text/index.ts';
import { alarmLines, alarmQuestion, createTriage, laterLine } from './triage/index.ts';
import type { Alarm, Audience, Conversation, Explanation, ProcedureId, Reply, Screening } from './types.ts';

/** What an adapter hands in: a typed text or a pressed choice, and what the core must not look up itself. */
export interface Request {
  readonly input: { readonly text: string } | { readonly choice: string };
  /** The memory that the last turn returned; null where there is none, as for a slash command. */
  readonly conversation: Conversation | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly audience: Audience;
  /** Guide given as an option; one that the text names beats it. */
  readonly procedure: ProcedureId | null;
}

/** What comes back: the reply, the memory to keep, and how it came about (never to be stored). */
export interface Turn {
  readonly reply: Reply;
  readonly conversation: Conversation;
  readonly explanation: Explanation;
}

export interface Assistant {
  readonly knowledge: Knowledge;
  /** Same request and knowledge, same turn. */
  reply(request: Request): Turn;
}

/** The pipeline: text in, triage, procedure, match, decide, compose. Pure; about a millisecond a message. */
export function createAssistant(knowledge: Knowledge): Assistant {
  const reader = createReader(languageOf(knowledge));
  const screen = createTriage(knowledge.redFlags);
  const findProcedure = createProcedureFinder(knowledge.guides, knowledge.lexicon.concepts, reader);
  const quickCheck = createQuickCheck(knowledge);
  const matcher = createMatcher(knowledge, reader);
  const encode = (action: Parameters<typeof encodeChoice>[0]) => encodeChoice(action, knowledge.version);
  const compose = createCompose(knowledge, encode);
  const composeAlarm = createComposeAlarm(knowledge, encode);

  const alarmSettingOf = ({ audience }: Request) => ({
    alarms: knowledge.alarms,
    clinic: knowledge.clinic,
    audience,
  });

  const answerText = (text: string, request: Request, memory: Conversation): Turn => {
    const utterance = normalise(text);
    const screening = believe(screen(utterance), memory);
    if (screening.kind === 'alarm') {
      const besides = otherQuestionsIn(utterance.sentences).some((part) => screen(normalise(part)).kind === 'screened');
      return raiseAlarm(screening, { cut: utterance.cut, besides }, request, memory);
    }

    const reading = reader.read(utterance.tokens);
    const procedure = findProcedure(reading, memory.procedure, request.procedure);
    const parts = matcher.match(screening);
    const evidence = { parts, procedure, conversation: memory, language: screening.language };
    const decision = quickCheck(utterance) ?? decide(evidence, knowledge);
    const safetyNet = screening.safetyNet || memory.alarm !== null;
    const label = alarmQuestion(screening.language, alarmSettingOf(request)).happening;
    const doubt = screening.doubt === null ? null : { ...screening.doubt, label };
    return {
      reply: compose(decision, {
        procedure,
        safetyNet,
        doubt,
        cut: utterance.cut,
        unsure: false,
        ...settingOf(request),
      }),
      conversation: remember(decision, procedure, memory, request.now),
      explanation: { screening, procedure, corrected: reading.corrected, parts, decision },
    };
  };

  const answerChoice = (id: string, request: Request, memory: Conversation): Turn => {
    const action = decodeChoice(id)?.action ?? null;
    if (action?.kind === 'happening')
      return raiseAlarm(toAlarm(action, memory), { cut: false, besides: false }, request, memory);
    const { decision, procedure, unsure } = decideChoice(action, memory, knowledge);
    return {
      reply: compose(decision, {
        procedure,
        safetyNet: memory.alarm !== null,
        doubt: null,
        cut: false,
        unsure,
        ...settingOf(request),
      }),
      conversation: remember(decision, procedure, memory, request.now),
      explanation: { screening: null, procedure, corrected: [], parts: [], decision },
    };
  };

  const raiseAlarm = (
    alarm: Alarm,
    read: { cut: boolean; besides: boolean },
    request: Request,
    memory: Conversation,
  ): Turn => {
    const setting = alarmSettingOf(request);
    const told = alarmLines({ alarm, repeat: memory.alarm !== null, ...setting });
    const lines = read.besides ? [...told, laterLine(alarm.language, setting)] : told;
    const words = { lines, question: alarmQuestion(alarm.language, setting), cut: read.cut };
    return {
      reply: composeAlarm(alarm, words, request.audience),
      conversation: rememberAlarm(alarm, memory, request.now),
      explanation: { screening: alarm, procedure: null, corrected: [], parts: [], decision: null },
    };
  };

  return {
    knowledge,
    reply: (request) => {
      const memory = recall(request.conversation, request.now);
      return 'text' in request.input
        ? answerText(request.input.text, request, memory)
        : answerChoice(request.input.choice, request, memory);
    },
  };
}

function settingOf(request: Request) {
  return { audience: request.audience, today: new Date(request.now).toISOString().slice(0, 10) };
}

/** Nothing is doubted in a conversation in which an alarm was raised. */
function believe(screening: Screening, memory: Conversation): Screening {
  if (screening.kind === 'alarm' || screening.doubt === null || memory.alarm === null) return screening;
  return { kind: 'alarm', language: screening.language, ...screening.doubt, unsure: true };
}

/** "This is happening now": the alarm that asked, now without doubt. */
function toAlarm({ category, level }: Pick<Alarm, 'category' | 'level'>, memory: Conversation): Alarm {
  const language = memory.alarm?.language ?? 'en';
  return { kind: 'alarm', level, category, ruleId: 'happening-now', language, unsure: false };
}
