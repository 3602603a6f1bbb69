import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Redact } from '#core';

/** `gone`: details as they stand in the text; `kept`: words that must survive. */
const lineSchema = z.object({ text: z.string(), gone: z.array(z.string()), kept: z.array(z.string()) });

export interface Row {
  readonly text: string;
  readonly redacted: string;
  readonly gone: readonly string[];
  readonly kept: readonly string[];
  /** Details of which some word is still there. */
  readonly missed: readonly string[];
  readonly lost: readonly string[];
}

/** A labelled set, one JSON object a line, redacted and judged. */
export function judgeSet(file: string, redact: Redact): Row[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { text, gone, kept } = lineSchema.parse(JSON.parse(line));
      const redacted = redact(text);
      const missed = gone.filter((detail) => isLeft(detail, text, gone, redacted));
      const lost = kept.filter((word) => !redacted.toLowerCase().includes(word.toLowerCase()));
      return { text, redacted, gone, kept, missed, lost };
    });
}

/** Details, words to keep, and lines with details; how many of each came out right. */
export function sumUp(rows: readonly Row[]) {
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
  const details = sum(({ gone }) => gone.length);
  const words = sum(({ kept }) => kept.length);
  const personal = rows.filter(({ gone }) => gone.length > 0);
  return {
    details: { right: details - sum(({ missed }) => missed.length), of: details },
    words: { right: words - sum(({ lost }) => lost.length), of: words },
    lines: { right: personal.filter(({ missed }) => missed.length === 0).length, of: personal.length },
  };
}

/** True where a word of the detail is still there, more often than the rest of the text holds it. */
function isLeft(detail: string, text: string, gone: readonly string[], redacted: string): boolean {
  const rest = gone.reduce((left, one) => left.replaceAll(one, ' '), text);
  return wordsOf(detail).some((word) => countOf(word, redacted) > countOf(word, rest));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

function countOf(word: string, text: string): number {
  return wordsOf(text).filter((other) => other === word).length;
}
