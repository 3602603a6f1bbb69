export { againOf, repeat } from './again.ts';
export { aboutOf, type Channel, type Feedback, type House, type Plan, type Watcher } from './channel.ts';
export { clientAddress, networkOf } from './client.ts';
export { type Answered, type Converse, createConverse, type Input, type Message, type Services } from './converse.ts';
export { readDay } from './day.ts';
export { type DemoRule, refuseDemo } from './demo.ts';
export { type Desk, type DeskOptions, openDesk } from './desk.ts';
export { createDoor, type Parts } from './door.ts';
export { explainTurn } from './explain.ts';
export { createFirst, type First } from './first.ts';
export { FIRST_TOPICS } from './first-topics.ts';
export { createFlight, type Flight, within } from './flight.ts';
export { createHouse, type HouseOptions } from './house.ts';
export { inTurns } from './in-turns.ts';
export { toInert } from './inert.ts';
export { createKeeper, type Keeper, type KeeperOptions } from './keeper.ts';
export {
  type Count,
  type Day,
  dayOf,
  type KeptWords,
  type Ledger,
  mergeCounts,
  noLedger,
  type Review,
  WORDS_STATES,
  type Words,
  type WordsState,
} from './ledger.ts';
export { createLimit, createMemoryLimiter, type Limit, type Limiter } from './limit.ts';
export { type Listening, listen } from './listen.ts';
export { createLog, type Field, type Fields, type Log, type LogLevel, type LogOptions, silentLog } from './log.ts';
export { isLoopback } from './loopback.ts';
export { createMemoryStore, type MemoryStoreOptions } from './memory-store.ts';
export { createRecorder, type Recorder } from './recorder.ts';
export { type Planning, runChannels } from './run-channels.ts';
export { runMain } from './run-main.ts';
export {
  apiUrlSetting,
  type Environment,
  loadEnvFile,
  loadSettings,
  portSetting,
  programSettings,
  proxiesSetting,
  readSettings,
  reviewSettings,
  SettingsError,
  serverSettings,
  sharedSettings,
  UnreachableError,
} from './settings.ts';
export { type Crashing, onCrash, onShutdown, type ShutdownPlan, type Signals } from './shutdown.ts';
export { splitText, toUnits } from './split-text.ts';
export { type OpenState, type State, type StateSettings, stateSettings } from './state.ts';
export { type ConversationStore, conversationKey } from './store.ts';
