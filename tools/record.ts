import { type Reply, toPlainText } from '#core';

/** A reply in the command line contract's form: one JSON line. `ms` is the time of this answer in milliseconds. */
export function toRecord(id: string | number | null, reply: Reply, ms: number) {
  const { kind, level, procedure, lead, points, confidence } = reply;
  return {
    id,
    kind,
    level,
    procedure,
    lead,
    points,
    confidence,
    text: toPlainText(reply),
    ms: Math.round(ms * 1000) / 1000,
  };
}
