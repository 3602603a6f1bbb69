export {
  type AlarmSetting,
  alarmLines,
  alarmQuestion,
  fallbackLines,
  laterLine,
  notHappeningLines,
  otherLanguageLines,
} from './alarm-lines.ts';
export { createTriage } from './create-triage.ts';
