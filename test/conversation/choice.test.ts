import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  CHOICE_LIMIT,
  decodeChoice,
  encodeChoice,
  MEMORY_MS,
  recall,
  startConversation,
} from '../../src/conversation/index.ts';

const ids = fc.array(fc.stringMatching(/^[a-z-]{1,20}\/[a-z-]{1,20}$/u), { minLength: 1, maxLength: 6 });

describe('choices', () => {
  test.prop([ids, fc.constantFrom('20957', null)])(
    'come back as they were made, within the limit',
    (asked, procedure) => {
      const id = encodeChoice({ kind: 'ask', asked, procedure }, 'abcdef012345');
      expect(id.length).toBeLessThanOrEqual(CHOICE_LIMIT);
      const decoded = decodeChoice(id);
      expect(decoded?.version).toBe('abcdef012345');
      expect(decoded?.action).toMatchObject({ kind: 'ask', procedure });
      expect(asked).toEqual(
        expect.arrayContaining([...(decoded?.action.kind === 'ask' ? decoded.action.asked : ['nothing'])]),
      );
    },
  );

  test.prop([fc.string({ maxLength: 200 })])('of strangers are refused without an exception', (id) => {
    const decoded = decodeChoice(id);
    if (decoded !== null) expect(id.split('|')).toHaveLength(4);
  });
});

describe('memory', () => {
  test('lasts 30 minutes and not a moment longer', () => {
    const memory = { ...startConversation(1_000), procedure: '20957' };
    expect(recall(memory, 1_000 + MEMORY_MS).procedure).toBe('20957');
    expect(recall(memory, 1_001 + MEMORY_MS).procedure).toBeNull();
    expect(recall(memory, 999).procedure).toBeNull();
    expect(recall(null, 5).procedure).toBeNull();
  });
});
