/** `npm run digest`: prints what the weekly digest would say now. */
import { loadKnowledge } from '#core';
import { createLog, loadSettings, reviewSettings, runMain, sharedSettings, stateSettings } from '../shared/index.ts';
import { openState } from '../store/index.ts';
import { digestText } from './text.ts';

runMain('digest', async () => {
  const settings = loadSettings(sharedSettings.extend({ ...stateSettings.shape, ...reviewSettings.shape }));
  const knowledge = await loadKnowledge(settings.KNOWLEDGE_DIR);
  const state = await openState(settings, createLog({ level: settings.LOG_LEVEL }));
  try {
    const keepsWords = settings.REVIEW_KEEP_TEXT === 'redacted';
    console.log(await digestText(state.ledger, knowledge, { now: Date.now(), keepsWords }));
  } finally {
    await state.close();
  }
  return 0;
});
