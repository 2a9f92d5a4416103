import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash, hashDefinition } from '#core/compile/index.ts';
import { reversed } from '../../support/reversed.ts';
import { all } from './sections.ts';
import { tiny } from './tiny.ts';

describe('hashDefinition', () => {
  it('does not change with the order of keys', () => {
    const definition = tiny(all);
    expect(hashDefinition(reversed(definition) as typeof definition)).toBe(hashDefinition(definition));
  });

  it('changes with every part, cases included', () => {
    const definition = tiny(all);
    const example = { id: 'a', name: 'A', category: 'plain', sections: {}, expects: { valid: true } };
    expect(hashDefinition({ ...definition, cases: [example] })).not.toBe(hashDefinition(definition));
    expect(hashDefinition(tiny(all.slice(1)))).not.toBe(hashDefinition(definition));
  });

  it('is the SHA-256 of the canonical text', () => {
    expect(contentHash({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  it('does not depend on key order for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(contentHash(reversed(value))).toBe(contentHash(value));
      }),
    );
  });
});
