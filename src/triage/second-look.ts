import type { Level } from '../types.ts';
import type { CluesOf } from './clues.ts';

/** What `npm run bench:second-look -- --write` learns from the labelled sets: clue -> weight for an alarm, and for its being an emergency. */
export interface SecondLookWeights {
  readonly bias: readonly number[];
  readonly clues: Readonly<Record<string, readonly number[]>>;
}

/** In place of weights: for showing what the rules do by themselves. */
export const RULES_ALONE = null;

/** Category of an alarm that no rule raised. */
export const UNCLEAR = 'unclear';

/**
 * Chance from which a message that no rule finds is an alarm: of the whole message, and of one of its sentences alone,
 * which what is said besides cannot hide. Chosen on sets that the weights had not seen; docs/triage.md.
 */
const ENOUGH = { whole: 0.6, sentence: 0.9 };
/** The same where a filter passed a sign over: speaking about signs looks much like having them. */
const ENOUGH_BESIDE_FILTERS = { whole: 0.9, sentence: 0.97 };
/** Chance, of an alarm, from which it is taken for an emergency: rather too high than too low. */
const ENOUGH_FOR_EMERGENCY = 0.4;
/** Chance of the whole message below which a rule's alarm is doubted. An emergency is believed more readily. */
const DOUBTED_BELOW: Readonly<Record<Level, number>> = { emergency: 0.08, urgent: 0.2 };
/** Words between two commas that are likelier stand for themselves: a question or thanks beside them takes nothing away. */
const PIECE_STANDS_FROM = 0.6;
/** A single word or number is the rules' business: two words make six clues. */
const FEWEST = 6;
/** Takes the length out: clues ** -0.35, which did best on the sets. */
const DAMPING = 0.35;

/** Weighs the English sentences of a message, whatever the rules make of them. */
export interface SecondLook {
  /** Level of an alarm that no rule raised, or null. `passedOver`: a filter passed over a sign. */
  raises(sentences: readonly string[], passedOver: boolean): Level | null;
  /** True where a rule's alarm of this level is almost surely none, by the whole message and by each of its pieces. */
  doubts(sentences: readonly string[], pieces: readonly string[], level: Level): boolean;
}

export function createSecondLook(cluesOf: CluesOf, { bias, clues: weights }: SecondLookWeights): SecondLook {
  const known = new Map(Object.entries(weights));
  const chanceOf = (clues: ReadonlySet<string>, which: 0 | 1) => {
    let total = 0;
    for (const clue of clues) total += known.get(clue)?.[which] ?? 0;
    return 1 / (1 + Math.exp(-(bias[which] ?? 0) - total * Math.max(1, clues.size) ** -DAMPING));
  };
  return {
    raises: (sentences, passedOver) => {
      const parts = sentences.map((one) => cluesOf([one]));
      const whole = new Set(parts.flatMap((clues) => [...clues]));
      const enough = passedOver ? ENOUGH_BESIDE_FILTERS : ENOUGH;
      const reaches = (clues: ReadonlySet<string>, chance: number) =>
        clues.size >= FEWEST && chanceOf(clues, 0) >= chance;
      const found = parts.filter((clues) => reaches(clues, enough.sentence));
      if (reaches(whole, enough.whole)) found.push(whole);
      if (found.length === 0) return null;
      return found.some((clues) => chanceOf(clues, 1) >= ENOUGH_FOR_EMERGENCY) ? 'emergency' : 'urgent';
    },
    doubts: (sentences, pieces, level) => {
      const whole = cluesOf(sentences);
      return (
        whole.size >= FEWEST &&
        chanceOf(whole, 0) < DOUBTED_BELOW[level] &&
        pieces.every((piece) => chanceOf(cluesOf([piece]), 0) < PIECE_STANDS_FROM)
      );
    },
  };
}
