import { z } from 'zod';
import { sharedSettings } from '../shared/index.ts';

export const terminalSettings = sharedSettings.extend({
  AUDIENCE: z.enum(['patient', 'staff']).default('patient'),
  /** The log shares the screen with the chat, so that it holds errors only unless more is asked for. */
  LOG_LEVEL: sharedSettings.shape.LOG_LEVEL.default('error'),
  NO_COLOR: z.string().optional(),
});
