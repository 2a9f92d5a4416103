import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  escapeHtml,
  interpolate,
  type Json,
  type JsonObject,
  mergePatch,
  mergePatchBetween,
  placeholdersOf,
  pointer,
  sameJson,
  segmentsOf,
  valueAt,
  valueAtPointer,
  without,
  withValue,
} from '#core/json/index.ts';

describe('JSON values', () => {
  it('are the same whatever the order of their keys', () => {
    expect(sameJson({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true);
    expect(sameJson([1, 2], [2, 1])).toBe(false);
    expect(sameJson([], {})).toBe(false);
  });

  it('a key without a value is as good as none, a null is a value', () => {
    const open = { a: 1, b: undefined } as unknown as Json;
    expect(sameJson(open, { a: 1 })).toBe(true);
    expect(sameJson({ a: 1 }, open)).toBe(true);
    expect(sameJson({ a: null }, {})).toBe(false);
  });
});

describe('pointers', () => {
  it('are written and read as RFC 6901 has it', () => {
    expect(pointer('a/b', 0, 'm~n', '')).toBe('/a~1b/0/m~0n/');
    expect(segmentsOf('/a~1b/0/m~0n/')).toEqual(['a/b', '0', 'm~n', '']);
    expect(segmentsOf('/~01')).toEqual(['~1']);
    expect(pointer()).toBe('');
    expect(segmentsOf('')).toEqual([]);
  });

  it('lead to a value, through lists by index, and never to what an object inherits', () => {
    const root: Json = { rows: [{ name: 'first' }], of: { '': 1 } };
    expect(valueAtPointer(root, '/rows/0/name')).toBe('first');
    expect(valueAtPointer(root, '/of/')).toBe(1);
    expect(valueAtPointer(root, '')).toBe(root);
    expect(valueAtPointer(root, '/rows/length')).toBeUndefined();
    expect(valueAtPointer(root, '/rows/')).toBeUndefined();
    expect(valueAtPointer(root, '/rows/01')).toBeUndefined();
    expect(valueAtPointer(root, '/constructor/name')).toBeUndefined();
    expect(valueAt('text', ['0'])).toBeUndefined();
  });
});

describe('a value inside a copy', () => {
  it('is replaced, taken out or put in, and what was there stays as it was', () => {
    const before = { a: { b: 1, c: 2 } };
    expect(withValue(before, ['a', 'b'], 5)).toEqual({ a: { b: 5, c: 2 } });
    expect(withValue(before, ['a', 'b'], undefined)).toEqual({ a: { c: 2 } });
    expect(withValue(undefined, ['x', 'y'], 1)).toEqual({ x: { y: 1 } });
    expect(before).toEqual({ a: { b: 1, c: 2 } });
  });

  it('is replaced inside a list, which stays one', () => {
    const before: Json = { years: [{ year: 2024 }, { year: 2025, result: 'good' }] };
    expect(withValue(before, ['years', '1', 'year'], 2026)).toEqual({
      years: [{ year: 2024 }, { year: 2026, result: 'good' }],
    });
    expect(withValue(before, ['years', '1', 'result'], undefined)).toEqual({
      years: [{ year: 2024 }, { year: 2025 }],
    });
    expect(withValue(['a', 'b'], ['0'], undefined)).toEqual([null, 'b']);
    expect(withValue(['a'], ['1'], 'b')).toEqual(['a', 'b']);
    expect(withValue(['a'], ['7'], 'b')).toEqual(['a']);
  });

  it('without a change it stays the same object', () => {
    const record = { a: { b: 1 } };
    expect(without(record, ['a', 'x'])).toBe(record);
    expect(without(record, ['x', 'y'])).toBe(record);
    expect(without(record, ['a', 'b'])).toEqual({ a: {} });
  });
});

/** The examples of RFC 7396, appendix A. */
const patches: [Json, Json, Json][] = [
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [
    ['a', 'b'],
    ['c', 'd'],
    ['c', 'd'],
  ],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

it.each(patches)('merge patch: %j with %j is %j', (base, patch, merged) => {
  expect(mergePatch(base, patch)).toEqual(merged);
});

/** Nulls in lists are values; in an object a patch cannot say them. */
const object = fc.dictionary(
  fc.constantFrom('a', 'b', 'c'),
  fc.letrec<{ value: Json; object: JsonObject }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<Json>('x', 1, true, [], [null, { a: null }]),
      tie('object'),
    ),
    object: fc.dictionary(fc.constantFrom('a', 'b'), tie('value'), { maxKeys: 2 }),
  })).value,
);

it('the patch between two values makes one of the other, and says nothing where they are the same', () => {
  fc.assert(
    fc.property(object, object, (before, after) => {
      const patch = mergePatchBetween(before, after);
      expect(mergePatch(before, patch)).toEqual(after);
      expect(Object.keys(patch).filter((key) => sameJson(before[key], after[key]))).toEqual([]);
      expect(mergePatchBetween(before, before)).toEqual({});
    }),
  );
});

it.each([
  ['{"__proto__":{"admin":true}}', '{}'],
  ['{"__proto__":{"admin":true},"a":1}', '{"a":0}'],
  ['{"a":{"__proto__":{"admin":true}}}', '{"a":{"b":1}}'],
  ['{"constructor":{"prototype":{"admin":true}}}', '{}'],
  ['{"toString":{"b":1}}', '{}'],
])('merge patch: the keys of %s are data like others', (patch, base) => {
  const merged = mergePatch(JSON.parse(base), JSON.parse(patch));
  expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
  expect((merged as { admin?: boolean }).admin).toBeUndefined();
  expect(({} as { admin?: boolean }).admin).toBeUndefined();
  for (const key of Object.keys(JSON.parse(patch))) expect(Object.hasOwn(merged as object, key)).toBe(true);
});

describe('templates', () => {
  it('take values at their names; a name without a value stays as it is written', () => {
    expect(interpolate('{n} of {max-n}, {n}', { n: 2, 'max-n': 5 })).toBe('2 of 5, 2');
    expect(interpolate('{n} of {total}', { n: 2 })).toBe('2 of {total}');
    expect(interpolate('{a}{b}', { a: '', b: null })).toBe('{b}');
    expect(interpolate('{constructor}', {})).toBe('{constructor}');
    expect(interpolate('no name', {})).toBe('no name');
  });

  it('an inserted value is not read as a template', () => {
    expect(interpolate('{a} {b}', { a: '{b} $&', b: 1 })).toBe('{b} $& 1');
  });

  it('list their names', () => {
    expect(placeholdersOf('{n} of {max-n} {not a name}')).toEqual(['n', 'max-n', 'not a name']);
  });

  it('text in HTML is never markup', () => {
    expect(escapeHtml(`<a href="x">&'</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;');
  });
});
