import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpolate } from '#core/json/index.ts';

describe('interpolate', () => {
  it('puts values in their places, and leaves a place without a value as it is written', () => {
    expect(interpolate('{n} of {limit}', { n: 3, limit: 8 })).toBe('3 of 8');
    expect(interpolate('{n} of {limit}', { n: 0 })).toBe('0 of {limit}');
    expect(interpolate('{a}{a}', { a: null })).toBe('{a}{a}');
    expect(interpolate('{constructor}', {})).toBe('{constructor}');
    expect(interpolate('no place', { n: 1 })).toBe('no place');
  });

  it('asks a function for the names that stand there and no others', () => {
    const asked: string[] = [];
    const text = interpolate('{a} and {b}', (name) => {
      asked.push(name);
      return name === 'a' ? 'A' : undefined;
    });
    expect(text).toBe('A and {b}');
    expect(asked).toEqual(['a', 'b']);
  });

  it('never reads what it has put in as a template, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '{', '}', '中', ' ') });
    fc.assert(
      fc.property(text, (template) => {
        const texts = template.split(/\{[^{}]+\}/);
        expect(interpolate(template, () => '{x}')).toBe(texts.join('{x}'));
      }),
    );
  });
});
