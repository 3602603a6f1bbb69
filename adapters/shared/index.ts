export { type Caller, type ConversationStore, type ConverseOptions, converse, type Input } from './converse.ts';
export { type Desk, type DeskEvents, openDesk } from './desk.ts';
export { explainTurn } from './explain.ts';
export { createMemoryStore } from './memory-store.ts';
export { type Environment, loadEnvFile, readSettings, refuseDemo, SettingsError, sharedSettings } from './settings.ts';
