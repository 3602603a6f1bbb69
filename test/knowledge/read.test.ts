import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { stringify } from 'yaml';
import { parseSource } from '../../src/knowledge/read.ts';
import { clinicSchema, gapsSchema } from '../../src/knowledge/schema.ts';

describe('reading one file', () => {
  test.prop([fc.string({ unit: 'binary', maxLength: 300 })])('never throws, whatever the text', (text) => {
    const { value, faults } = parseSource('x.yaml', text, clinicSchema);
    expect(value === null).toBe(faults.length > 0);
  });

  test.prop([fc.jsonValue()])('gives each fault a line of the file, and a way to mend it', (value) => {
    const text = stringify(value);
    const lines = text.split('\n').length;
    for (const { line, what, mend } of parseSource('x.yaml', text, gapsSchema).faults) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(lines);
      expect(what).not.toBe('');
      expect(mend).not.toBe('');
    }
  });

  test('is not blown up by aliases', () => {
    const bomb = `a: &a [x, x]\n${[...'bcdefghijkl'].map((name, index) => `${name}: &${name} [${`*${'abcdefghijk'[index]}, `.repeat(9)}x]`).join('\n')}`;
    expect(parseSource('x.yaml', bomb, clinicSchema).value).toBeNull();
  });
});
