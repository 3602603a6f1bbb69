import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/text/index.ts';
import { alarmLines, createTriage, RULES_ALONE } from '../../src/triage/index.ts';
import { shippedAssistant } from '../support.ts';
import { redFlags } from './knowledge.ts';

const screen = createTriage(redFlags);
const byRules = createTriage(redFlags, RULES_ALONE);
const read = (set: string) =>
  readFileSync(`bench/sets/alarms-${set}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line): { text: string; alarm: boolean } => JSON.parse(line));
const texts = ['tune-6', 'tune-7', 'tune-8', 'tune-11', 'tune-12'].flatMap(read);

/** Signs in words that no rule has. */
const UNRULED = [
  'my ankle just flops about and slaps the floor when I walk',
  'the room keeps going dark at the edges and my knees fold',
];

describe('the second look', () => {
  it.for(UNRULED)('finds what no rule does, and asks whether it is happening: %s', (text) => {
    expect(byRules(normalise(text)).kind).toBe('screened');
    expect(screen(normalise(text))).toMatchObject({ kind: 'alarm', category: 'unclear', unsure: true });
  });

  it('takes back no alarm of a rule: what it doubts, it keeps to ask, with the safety net', () => {
    for (const { text } of texts) {
      const ruled = byRules(normalise(text));
      if (ruled.kind !== 'alarm') continue;
      const screened = screen(normalise(text));
      if (screened.kind === 'alarm') expect(screened, text).toEqual(ruled);
      else {
        const { level, category, ruleId } = ruled;
        expect(screened, text).toMatchObject({ safetyNet: true, doubt: { level, category, ruleId } });
      }
    }
  });

  it('doubts look-alikes and hardly any alarm', () => {
    const fired = texts.filter(({ text }) => byRules(normalise(text)).kind === 'alarm');
    const doubted = fired.filter(({ text }) => screen(normalise(text)).kind === 'screened');
    expect(doubted.length).toBeGreaterThan(20);
    expect(doubted.filter(({ alarm }) => alarm).length).toBeLessThanOrEqual(2);
  });

  it.for(['define suicidal ideation for my essay please', 'what is PHQ question nine, the one on suicide'])(
    'never doubts self-harm: %s',
    (text) => {
      expect(screen(normalise(text))).toMatchObject({ kind: 'alarm', category: 'suicide-self-harm' });
    },
  );

  it.for([
    'i have chest pain',
    'i have a fever',
    'my face is drooping',
    'both legs are weak',
    'took a double dose of my oxycodone',
  ])('doubts no sign that is said plainly, whatever else is said: %s', (sign) => {
    for (const text of [
      sign,
      `${sign}, can i shower`,
      `When can I drive? ${sign}`,
      `${sign}. thank you so much`,
      `ok so ${sign}`,
    ])
      expect(screen(normalise(text)).kind, text).toBe('alarm');
  });

  it('doubts nothing in a language that its weights do not know', () => {
    expect(screen(normalise('mi primo tuvo fiebre, es normal después de la inyección'))).not.toMatchObject({
      doubt: expect.anything(),
    });
  });

  it('catches most of what the rules miss in the sets that were read', () => {
    const missed = texts.filter(({ text, alarm }) => alarm && byRules(normalise(text)).kind === 'screened');
    const caught = missed.filter(({ text }) => screen(normalise(text)).kind === 'alarm');
    expect(missed.length).toBeGreaterThan(10);
    expect(caught.length / missed.length).toBeGreaterThan(0.6);
  });

  it('leaves the questions that the knowledge answers alone', async () => {
    const { knowledge } = await shippedAssistant();
    const wordings = [...knowledge.questions.values(), ...knowledge.gaps.values()].flatMap((entry) => entry.wordings);
    const raised = wordings.filter((text) => {
      const found = screen(normalise(text));
      return found.kind === 'alarm' && found.category === 'unclear';
    });
    expect(raised.length / wordings.length).toBeLessThan(0.003);
  });

  it.for(['', '😀', 'hi', 'qwertz', '12'])('raises nothing without a clue: %s', (text) => {
    expect(screen(normalise(text)).kind).toBe('screened');
  });

  it('names the crisis line, since nobody knows which sign it is', async () => {
    const { knowledge } = await shippedAssistant();
    const alarm = {
      kind: 'alarm',
      level: 'urgent',
      category: 'unclear',
      ruleId: '',
      language: 'en',
      unsure: true,
    } as const;
    const setting = { alarms: knowledge.alarms, clinic: knowledge.clinic, audience: 'patient', repeat: false } as const;
    expect(alarmLines({ alarm, ...setting }).join(' ')).toContain(knowledge.clinic.crisis_line);
  });
});
