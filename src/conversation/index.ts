export { CHOICE_LIMIT, decodeChoice, encodeChoice } from './choice.ts';
export { MEMORY_MS, recall, remember, rememberAlarm, startConversation } from './memory.ts';
