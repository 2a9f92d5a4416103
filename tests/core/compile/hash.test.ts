import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash, hashDefinition, servingPart } from '#core/compile/index.ts';
import { reversed } from '../../support/reversed.ts';
import { all } from './sections.ts';
import { tiny } from './tiny.ts';

describe('hashDefinition', () => {
  it('does not change with the order of keys', () => {
    const definition = tiny(all);
    expect(hashDefinition(reversed(definition) as typeof definition)).toBe(hashDefinition(definition));
  });

  it('changes with every part that serves cases', () => {
    const definition = tiny(all);
    const logic = { title: 'A', params: [], logic: 1 };
    const expression = { id: 'a', ...logic };
    expect(hashDefinition(tiny(all.slice(1)))).not.toBe(hashDefinition(definition));
    expect(hashDefinition({ ...definition, expressions: [expression] })).not.toBe(hashDefinition(definition));
  });

  it('stays with another example, of the form or of an expression, and another demonstration', () => {
    const definition = { ...tiny(all), expressions: [{ id: 'a', title: 'A', params: [], logic: 1 }] };
    const example = { id: 'a', name: 'A', category: 'plain', sections: {}, expects: { valid: true } };
    const tried = definition.expressions.map((one) => ({ ...one, cases: [{ name: 'one', expects: 1 }] }));
    const demo = { organisations: [], people: [], applications: [] };
    for (const more of [{ cases: [example] }, { expressions: tried }, { demo }])
      expect(hashDefinition({ ...definition, ...more })).toBe(hashDefinition(definition));
    expect(servingPart({ ...definition, cases: [example], demo, expressions: tried })).toEqual(definition);
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
