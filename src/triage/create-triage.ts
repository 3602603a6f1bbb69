import type { RedFlags } from '../knowledge/red-flags-schema.ts';
import { toTokens } from '../text/index.ts';
import type { Doubt, Language, Screened, Screening, Utterance } from '../types.ts';
import { createCluesOf } from './clues.ts';
import { judge, SELF_HARM } from './judge.ts';
import { createDetectLanguage, createHasSpanish } from './language.ts';
import { createFindPlaces, type FindPlaces, type Places } from './places.ts';
import { createRulebook } from './rulebook.ts';
import weights from './second-look.json' with { type: 'json' };
import { createSecondLook, RULES_ALONE, type SecondLookWeights, UNCLEAR } from './second-look.ts';
import { createToSheets, piecesOf, type Sheet } from './sheet.ts';
import { createReadings } from './slips.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Never doubted: self-harm, and what the person says to be happening. */
const BELIEVED: ReadonlySet<string> = new Set([SELF_HARM, UNCLEAR]);

/**
 * The safety gate: rules -> Utterance -> Alarm or Screened. Pure; time is linear in the text's length. Every message is
 * looked at a second time, by weights: they raise what no rule finds, and doubt what a rule finds where nothing else
 * speaks for it. Throws where a pattern is not well formed, so that faulty rules stop the start.
 */
export function createTriage(
  rules: RedFlags,
  learnt: SecondLookWeights | typeof RULES_ALONE = weights,
): (utterance: Utterance) => Screening {
  const secondLook = learnt === RULES_ALONE ? null : createSecondLook(createCluesOf(rules.words), learnt);
  const rulebook = createRulebook(rules);
  const toSheets = createToSheets(rules.clauses);
  const readings = createReadings(vocabularyOf(rules, rulebook.book), new Set(rules.no_slips));
  const findPlaces = createFindPlaces(rulebook.book, readings, {
    fillers: new Set(rules.fillers),
    articles: new Set(rules.articles),
    stops: new Set(rules.clauses.stops),
  });
  /** A misspelt sign must not be doubted because nothing was learnt of its spelling. */
  const respell = (text: string) =>
    toTokens(text)
      .map((token) => readings(token).at(-1) ?? token)
      .join(' ');
  const detectLanguage = createDetectLanguage(rules.languages);
  const hasSpanish = createHasSpanish(rules.languages);
  return (utterance) => {
    const message = utterance.sentences
      .flatMap(toSheets)
      .map((sheet) => readSentence(sheet, findPlaces, rulebook.masks));
    const language = detectLanguage(utterance.tokens);
    const { alarm, dropped, touched } = judge(message, rulebook);
    const { sentences } = utterance;
    const look = language === 'en' ? secondLook : null;
    if (alarm !== null) {
      const doubted =
        !BELIEVED.has(alarm.category) &&
        !hasSpanish(utterance.tokens) &&
        look?.doubts(sentences.map(respell), piecesIn(message).map(respell), alarm.level) === true;
      return doubted ? toScreened(utterance, language, true, alarm) : { kind: 'alarm', language, ...alarm };
    }
    const level = look?.raises(sentences, touched) ?? null;
    if (level === null) return toScreened(utterance, language, dropped, null);
    return { kind: 'alarm', language, level, category: UNCLEAR, ruleId: 'second-look', unsure: true };
  };
}

/** Harmless phrases are found first; a second look then passes over their words. */
function readSentence(sheet: Sheet, findPlaces: FindPlaces, masks: number): Places {
  const places = findPlaces(sheet, new Set());
  const masked = new Set<number>();
  for (const { start, end } of places.of(masks)) for (let at = start; at < end; at++) masked.add(at);
  return masked.size === 0 ? places : findPlaces(sheet, masked);
}

function piecesIn(message: readonly Places[]): string[] {
  return message.flatMap(({ sheet }) => piecesOf(sheet));
}

/** The one place where a Screened is made: the brand has no value. */
function toScreened(utterance: Utterance, language: Language, safetyNet: boolean, doubt: Doubt | null): Screened {
  return { kind: 'screened', utterance, language, safetyNet, doubt } as unknown as Screened;
}
