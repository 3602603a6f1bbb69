/** One check: `warn` is for what the bot runs with, `fail` for what must be mended. */
export interface Finding {
  readonly state: 'ok' | 'warn' | 'fail';
  readonly about: string;
  /** What was found and what to do; never the value of a setting that may be secret. */
  readonly says: string;
}

/** "ok    node       24.21.0". */
export function toLine({ state, about, says }: Finding): string {
  return `${state.padEnd(5)} ${about.padEnd(10)} ${says}`;
}

/** Findings of the check of one thing. */
export function about(name: string) {
  const finding = (state: Finding['state']) => (says: string) => ({ state, about: name, says }) satisfies Finding;
  return { ok: finding('ok'), warn: finding('warn'), fail: finding('fail') };
}
