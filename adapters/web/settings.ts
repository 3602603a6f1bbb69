import { z } from 'zod';
import { proxiesSetting, serverSettings } from '../shared/index.ts';

/** An origin such as https://clinic.example; no path, and nothing that would end the policy's directive. */
const origin = z.string().regex(/^https?:\/\/[\w.:[\]-]+$/u, 'expected origins such as https://clinic.example');

export const webSettings = serverSettings.extend({
  TRUST_PROXY: proxiesSetting,
  /** Origins that may show the page in a frame, separated by spaces. */
  WEB_FRAME_ANCESTORS: z
    .string()
    .transform((text) => text.trim().split(/\s+/u))
    .pipe(z.array(origin))
    .default([]),
});
