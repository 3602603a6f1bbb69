import { describe, expect, it } from 'vitest';
import { type AlarmSetting, alarmLines, alarmQuestion, laterLine } from '../../src/triage/index.ts';
import type { Alarm, Audience } from '../../src/types.ts';
import { alarms, clinic, redFlags } from './knowledge.ts';
import { flesch } from './reading-grade.ts';

/** Words before the fold, and the grade that the spec asks for (red flags, section 7). */
const MOST_WORDS = 75;
const HIGHEST_GRADE = 5;
const DISEASES =
  /cauda|equina|stroke|sepsis|infect|meningitis|anaphyla|allerg|thrombosis|clot|seizure|diabet|paralys|suicid|heart attack|toxic|epidural|abscess/iu;
const REASSURING = /normal|don't worry|do not worry|probably|common|harmless|nothing to worry|usually/iu;
const DOSING = /\b\d+ ?(mg|ml|tablets|pills)\b|\b(stop|start|take|skip|pause) (taking|your|any|the)\b/iu;

const levels = Object.entries({ ...redFlags.rules, ...redFlags.combinations }).map(([, rule]) => rule);
const found = [...new Set(levels.map(({ category, level }) => `${category} ${level}`))].map((pair): Alarm => {
  const [category = '', level] = pair.split(' ');
  const emergency = level === 'emergency' ? 'emergency' : 'urgent';
  return { kind: 'alarm', level: emergency, category, ruleId: 'test', language: 'en', unsure: false };
});
const settingFor = (audience: Audience): AlarmSetting => ({ alarms, clinic, audience });

describe.each(['patient', 'staff'] as const)('alarms for a %s', (audience) => {
  describe.each(found)('$category, $level', (alarm) => {
    it.each([false, true])('is plain, short and safe (repeat: %s)', (repeat) => {
      const lines = alarmLines({ alarm, repeat, ...settingFor(audience) });
      const text = lines.join(' ');
      const plain = alarmLines({ alarm, repeat, ...settingFor(audience), clinic: shortClinic() }).join(' ');
      expect(text).not.toMatch(/[{}]/u);
      expect(text).not.toMatch(DISEASES);
      expect(text).not.toMatch(REASSURING);
      expect(text).not.toMatch(DOSING);
      expect(plain.split(/\s+/u).length).toBeLessThanOrEqual(MOST_WORDS);
      expect(flesch(plain), plain).toBeLessThanOrEqual(HIGHEST_GRADE);
      expect(lines[0]).toMatch(/911|988|555|today|before the visit/u);
    });
  });

  it('names the category in its own words, and the number in the first line', () => {
    for (const alarm of found.filter(({ level }) => level === 'emergency')) {
      const [first = ''] = alarmLines({ alarm, repeat: false, ...settingFor(audience) });
      expect(first, alarm.category).toContain(alarm.category === 'suicide-self-harm' ? '988' : '911');
    }
  });
});

describe('every category of the rules has words of its own', () => {
  // What is only said to be happening has the words of every other sign, with the crisis line.
  it.each(found.filter(({ category }) => category !== 'unclear'))('$category', ({ category, level }) => {
    const own = alarms.categories[category];
    for (const tongue of ['english', 'spanish'] as const) {
      expect(own?.understood[tongue]).toMatch(/\p{L}{3}/u);
      expect(own?.understood[tongue]).not.toBe(alarms.otherwise.understood[tongue]);
      if (level === 'urgent') expect(own?.watch?.[tongue]).toMatch(/\p{L}{3}/u);
    }
  });
});

describe('staff', () => {
  it('is sent by the route of the clinic and never told to call the clinic', () => {
    for (const alarm of found) {
      const text = alarmLines({ alarm, repeat: false, ...settingFor('staff') }).join(' ');
      expect(text).toContain(clinic.staff_route);
      expect(text).not.toContain(clinic.phone);
    }
  });
  it('reads English where the patient wrote Spanish', () => {
    const [alarm] = found.map((one): Alarm => ({ ...one, language: 'es' }));
    if (alarm) expect(alarmLines({ alarm, repeat: false, ...settingFor('staff') })[0]).toContain('Tell them now');
  });
});

it('gives the poison line after the emergency number', () => {
  const alarm = found.find(({ category }) => category === 'overdose-poisoning');
  const text = alarm && alarmLines({ alarm, repeat: false, ...settingFor('patient') }).join(' ');
  expect(text?.indexOf('911')).toBeLessThan(text?.indexOf(clinic.poison_line) ?? -1);
});

it('speaks Spanish to a Spanish patient', () => {
  for (const one of found) {
    const lines = alarmLines({ alarm: { ...one, language: 'es' }, repeat: false, ...settingFor('patient') });
    expect(lines.join(' ')).toMatch(/[Ll]lame/u);
    expect(lines.join(' ')).not.toMatch(/[{}]|\bCall\b|You wrote/u);
  }
});

it('asks one plain question, and says that another one can wait', () => {
  const setting = settingFor('patient');
  expect(alarmQuestion('en', setting)).toEqual({
    question: 'Is this happening now?',
    happening: 'This is happening now',
    asking: "I'm just asking",
  });
  expect(laterLine('en', setting)).toContain('other question');
});

it('adds the interpreter line to an alarm in another language, and has words for an unknown category', () => {
  const alarm: Alarm = {
    kind: 'alarm',
    level: 'urgent',
    category: 'new-one',
    ruleId: 'x',
    language: 'other',
    unsure: false,
  };
  const text = alarmLines({ alarm, repeat: false, ...settingFor('patient') }).join(' ');
  expect(text).toContain(clinic.interpreter_line);
  expect(text).toContain(alarms.otherwise.understood.english);
});

/** The clinic's own name and sentences are not ours to grade. */
function shortClinic() {
  return {
    ...clinic,
    name: 'us',
    phone: 'this',
    after_hours: '',
    emergency_number: 'help',
    crisis_line: 'help',
    poison_line: 'this',
    staff_route: '',
  };
}
