export {
  type AlarmSetting,
  alarmLines,
  alarmQuestion,
  laterLine,
} from './alarm-lines.ts';
export { createTriage } from './create-triage.ts';
export { RULES_ALONE } from './second-look.ts';
