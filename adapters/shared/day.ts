import type { Day } from '#core';
import { SettingsError } from './settings.ts';

/** What somebody typed as a day. Throws `SettingsError` for what is none, as 2026-02-30 is. */
export function readDay(text: string): Day {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) return text;
  throw new SettingsError([`"${text.slice(0, 20)}" is no day; write it as YYYY-MM-DD`]);
}
