import type { Screened, Screening, Utterance } from '../types.ts';
export function createTriage(_rules: unknown): (utterance: Utterance) => Screening {
  return (utterance) => ({ kind: 'screened', utterance, language: 'en', safetyNet: false }) as unknown as Screened;
}
