export {
  type AlarmSetting,
  alarmLines,
  alarmQuestion,
  laterLine,
} from './alarm-lines.ts';
export { createTriage } from './create-triage.ts';
