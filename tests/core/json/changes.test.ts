import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween, type Json, sameJson } from '#core/json/index.ts';

describe('what differs between two values', () => {
  it.each<[string, Json, Json, { path: string; before: Json; after: Json }[]]>([
    ['nothing', { a: 1, b: undefined as unknown as Json }, { a: 1 }, []],
    ['a field', { a: 1, b: 2 }, { a: 1, b: 3 }, [{ path: '/b', before: 2, after: 3 }]],
    ['a field that was empty', null, { a: 1 }, [{ path: '/a', before: null, after: 1 }]],
    [
      'a cell of a row, wherever the row stands now',
      [
        { id: 'x', a: 1 },
        { id: 'y', a: 2 },
      ],
      [
        { id: 'y', a: 3 },
        { id: 'x', a: 1 },
      ],
      [{ path: '/y/a', before: 2, after: 3 }],
    ],
    [
      'the order of rows alone',
      [{ id: 'x' }, { id: 'y' }],
      [{ id: 'y' }, { id: 'x' }],
      [{ path: '', before: ['x', 'y'], after: ['y', 'x'] }],
    ],
    ['a list without ids', { a: [1, 2] }, { a: [1] }, [{ path: '/a', before: [1, 2], after: [1] }]],
    ['a key with a slash', { 'a/b': 1 }, {}, [{ path: '/a~1b', before: 1, after: null }]],
  ])('%s', (_name, before, after, expected) => {
    expect(changesBetween(before, after)).toEqual(expected);
  });

  it('what is shown stands in place of the values, also where the shown ones are alike', () => {
    const shown = { before: { id: '51**24' }, after: { id: '51**24' } };
    expect(changesBetween({ id: '511124' }, { id: '512224' }, shown)).toEqual([
      { path: '/id', before: '51**24', after: '51**24' },
    ]);
    const whole = { before: { id: '***' }, after: { id: '****' } };
    expect(changesBetween({ id: { a: 1 } }, { id: { a: 2 } }, whole)).toEqual([
      { path: '/id', before: '***', after: '****' },
    ]);
  });

  it('there is a change exactly where the values are not the same', () => {
    const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(changesBetween(one, other).length === 0).toBe(sameJson(one, other));
      }),
    );
  });
});
