import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { toPlainText } from '#core';
import { splitText } from '../../../adapters/shared/index.ts';
import { everyReply } from '../../conformance/replies.ts';
import { shippedAssistant } from '../../support.ts';

const bare = (text: string) => text.replace(/\s+/gu, '');

describe('a text within a limit', () => {
  it('stays whole where it fits', () => {
    expect(splitText('Put ice on it. Rest.', 20)).toEqual(['Put ice on it. Rest.']);
    expect(splitText(' \n ', 20)).toEqual([]);
  });

  it('is cut between paragraphs, else lines, else sentences, else words', () => {
    expect(splitText('One two.\n\nThree four. Five.', 18)).toEqual(['One two.', 'Three four. Five.']);
    expect(splitText('- One two.\n- Three four.', 14)).toEqual(['- One two.', '- Three four.']);
    expect(splitText('One two. Three four. Five.', 12)).toEqual(['One two.', 'Three four.', 'Five.']);
    expect(splitText('one two three four', 9)).toEqual(['one two', 'three', 'four']);
  });

  it('keeps a telephone number whole, and a number with its unit', () => {
    const text = 'Call the clinic at (555) 555-0142 the same day, or rest for 48 hours, or call 911.';
    for (let limit = 20; limit < text.length; limit++) {
      const pieces = splitText(text, limit).join('|');
      for (const kept of ['(555) 555-0142', '48 hours']) expect(pieces, `at ${limit}`).toContain(kept);
    }
  });

  it('cuts a word only where it is longer than the limit, and never a character', () => {
    expect(splitText('abcdefgh ij', 5)).toEqual(['abcde', 'fgh', 'ij']);
    expect(splitText('👩‍👩‍👧👩‍👩‍👧', 10)).toEqual(['👩‍👩‍👧', '👩‍👩‍👧']);
    expect(splitText(`a${'\u0301'.repeat(30)}`, 10).join('')).toBe(`a${'\u0301'.repeat(30)}`);
    expect(() => splitText('x', 0)).toThrow(/limit/u);
  });

  it('loses no word of any reply of the knowledge, cautions and numbers included', async () => {
    for (const reply of everyReply(await shippedAssistant(), 'staff')) {
      const text = toPlainText(reply);
      for (const limit of [200, 2_000]) {
        const pieces = splitText(text, limit);
        expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(limit);
        expect(bare(pieces.join(' '))).toBe(bare(text));
      }
    }
  });

  const texts = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.lorem({ mode: 'sentences', maxCount: 9 }));
  test.prop([texts, fc.integer({ min: 2, max: 120 })])('has every character, in pieces that fit', (text, limit) => {
    const pieces = splitText(text, limit);
    expect(bare(pieces.join(''))).toBe(bare(text));
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(limit);
      expect(piece.isWellFormed()).toBe(text.isWellFormed());
    }
  });

  it('takes 200,000 characters in bounded time', () => {
    const started = performance.now();
    for (const text of ['x'.repeat(200_000), 'word '.repeat(40_000), '1 '.repeat(100_000), '😀'.repeat(100_000)])
      expect(splitText(text, 2_000).length).toBeGreaterThanOrEqual(100);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
