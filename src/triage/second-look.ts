import type { Level } from '../types.ts';
import type { CluesOf } from './clues.ts';

/** What `npm run bench:second-look -- --write` learns from the labelled sets: clue -> weight for an alarm, and for its being an emergency. */
export interface SecondLookWeights {
  readonly bias: readonly number[];
  readonly clues: Readonly<Record<string, readonly number[]>>;
}

/** Looks at nothing: for showing what the rules do by themselves. */
export const RULES_ALONE: SecondLookWeights = { bias: [Number.NEGATIVE_INFINITY, 0], clues: {} };

/** Category and rule of an alarm that no rule raised. */
export const UNCLEAR = 'unclear';

/**
 * Chance from which a message that no rule finds is an alarm: of the whole message, and of one of its sentences alone,
 * which what is said besides cannot hide. Chosen on sets that the weights had not seen; docs/triage.md.
 */
const ENOUGH = { whole: 0.7, sentence: 0.95 };
/** The same where a filter passed a sign over: speaking about signs looks much like having them. */
const ENOUGH_BESIDE_FILTERS = { whole: 0.96, sentence: 0.99 };
/** Chance, of an alarm, from which it is taken for an emergency: rather too high than too low. */
const ENOUGH_FOR_EMERGENCY = 0.4;
/** A single word or number is the rules' business: two words make three clues. */
const FEWEST = 3;
/** Takes the length out: clues ** -0.35, which did best on the sets. */
const DAMPING = 0.35;

/** English sentences, and whether a sign in them was passed over -> the level of an alarm, or null. It widens the net and never closes it. */
export type SecondLook = (sentences: readonly string[], passedOver: boolean) => Level | null;

export function createSecondLook(cluesOf: CluesOf, { bias, clues: weights }: SecondLookWeights): SecondLook {
  const known = new Map(Object.entries(weights));
  const chanceOf = (clues: ReadonlySet<string>, which: 0 | 1) => {
    if (clues.size < FEWEST) return 0;
    let total = 0;
    for (const clue of clues) total += known.get(clue)?.[which] ?? 0;
    return 1 / (1 + Math.exp(-(bias[which] ?? 0) - total * clues.size ** -DAMPING));
  };
  return (sentences, passedOver) => {
    const enough = passedOver ? ENOUGH_BESIDE_FILTERS : ENOUGH;
    const parts = sentences.map((one) => cluesOf([one]));
    const whole = new Set(parts.flatMap((clues) => [...clues]));
    const found = parts.filter((clues) => chanceOf(clues, 0) >= enough.sentence);
    if (chanceOf(whole, 0) >= enough.whole) found.push(whole);
    if (found.length === 0) return null;
    return found.some((clues) => chanceOf(clues, 1) >= ENOUGH_FOR_EMERGENCY) ? 'emergency' : 'urgent';
  };
}
