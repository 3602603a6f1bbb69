import type { Alarms, AlarmWords } from '../knowledge/red-flags-schema.ts';
import type { Clinic } from '../knowledge/schema.ts';
import type { Alarm, Audience, Language } from '../types.ts';

/** What every line of an alarm needs. */
export interface AlarmSetting {
  readonly alarms: Alarms;
  readonly clinic: Clinic;
  readonly audience: Audience;
}

/** The reply to an alarm, in order: number and action first. `repeat` where the message before raised an alarm too. */
export function alarmLines({ alarm, repeat, ...setting }: AlarmSetting & { alarm: Alarm; repeat: boolean }): string[] {
  const { alarms } = setting;
  const category = Object.hasOwn(alarms.categories, alarm.category) ? alarms.categories[alarm.category] : undefined;
  const kind = category?.kind ?? alarm.level;
  const tongue = isSpanish(alarm.language, setting.audience) ? 'spanish' : 'english';
  const words = {
    understood: (category ?? alarms.otherwise).understood[tongue],
    watch: (category?.watch ?? alarms.otherwise.watch)[tongue],
  };
  const also = category === undefined ? [alarms.otherwise.also] : [];
  const lines = say([...(repeat ? alarms.repeats : alarms.kinds)[kind], ...also], alarm.language, setting, words);
  if (alarm.language !== 'other') return lines;
  return [...lines, ...otherLanguageLines(setting)];
}

/** "I can answer your other question after you have called." */
export function laterLine(language: Language, setting: AlarmSetting): string {
  return say([setting.alarms.later], language, setting).join('');
}

/** The question that an unsure alarm adds, and the labels of its two answers. */
export function alarmQuestion(language: Language, setting: AlarmSetting) {
  const one = (words: AlarmWords) => say([words], language, setting).join('');
  const { question, happening, asking } = setting.alarms;
  return { question: one(question), happening: one(happening), asking: one(asking) };
}

/** For a message in a language that the gate does not read. */
export function otherLanguageLines({ alarms, clinic }: Pick<AlarmSetting, 'alarms' | 'clinic'>): string[] {
  return alarms.other_language.map((line) => fill(line, toValues(clinic)));
}

type Values = Readonly<Record<string, string>>;

function say(lines: readonly AlarmWords[], language: Language, setting: AlarmSetting, words: Values = {}): string[] {
  const { audience, clinic } = setting;
  const speaker = isSpanish(language, audience) ? 'spanish' : audience;
  return lines.map((line) => fill(line[speaker], { ...toValues(clinic), ...words }));
}

/** Staff read English whatever the patient wrote. */
function isSpanish(language: Language, audience: Audience): boolean {
  return language === 'es' && audience === 'patient';
}

function toValues(clinic: Clinic): Values {
  return {
    emergency: clinic.emergency_number,
    phone: clinic.phone,
    after_hours: clinic.after_hours,
    crisis: clinic.crisis_line,
    poison: clinic.poison_line,
    staff_route: clinic.staff_route,
    clinic: clinic.name,
    interpreter: clinic.interpreter_line,
  };
}

/** An unknown {name} stays as it is, so that a test can find it. */
function fill(line: string, values: Values): string {
  return line.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}
