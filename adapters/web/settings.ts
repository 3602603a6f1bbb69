import { z } from 'zod';
import { serverSettings } from '../shared/index.ts';

/** An origin such as https://clinic.example; no path, and nothing that would end the policy's directive. */
const origin = z.string().regex(/^https?:\/\/[\w.:[\]-]+$/u, 'expected origins such as https://clinic.example');

export const webSettings = serverSettings.extend({
  /** How many reverse proxies of one's own stand before the server; 0 ignores X-Forwarded-For. */
  TRUST_PROXY: z
    .string()
    .regex(/^[0-5]$/u, 'expected the number of your own proxies, 0 to 5')
    .transform(Number)
    .default(0),
  /** Origins that may show the page in a frame, separated by spaces. */
  WEB_FRAME_ANCESTORS: z
    .string()
    .transform((text) => text.trim().split(/\s+/u))
    .pipe(z.array(origin))
    .default([]),
});
