export { reviewLine, reviewsOf } from './around.ts';
export { type Compose, createCompose } from './compose.ts';
export { type ComposeAlarm, createComposeAlarm } from './compose-alarm.ts';
export { toPlainText, toText } from './plain-text.ts';
export { createSay, type Say } from './words.ts';
