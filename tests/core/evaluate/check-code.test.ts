import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCode } from '#core/evaluate/present/check-code.ts';
import { reversed } from '../../support/reversed.ts';

describe('checkCode', () => {
  it('is eight characters that do not change between releases', () => {
    expect(checkCode({ title: 'Sheet', rows: [{ name: 'Test A', years: ['1', ''] }], index: 1 })).toBe(
      '631364E3',
    );
    fc.assert(fc.property(fc.jsonValue(), (value) => /^[0-9A-F]{8}$/.test(checkCode(value))));
  });

  it('does not depend on the order of keys', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => checkCode(reversed(value)) === checkCode(value)));
  });

  it('tells values apart that look alike', () => {
    const alike = [
      ['ab', 'c'],
      ['a', 'bc'],
      ['abc'],
      'abc',
      { a: 'b', c: 'd' },
      { a: 'd', c: 'b' },
      { a: 'bcd' },
      ['1'],
      [1],
      [[1]],
      [],
      {},
      '',
      null,
      'null',
      [{ a: '1' }, { a: '2' }],
      [{ a: '2' }, { a: '1' }],
    ];
    expect(new Set(alike.map((value) => checkCode(value))).size).toBe(alike.length);
  });

  it('gives two versions of a sheet different codes where a cell changes', () => {
    const codes = new Set<string>();
    for (let hours = 0; hours < 50; hours += 1)
      for (let visits = 0; visits < 50; visits += 1)
        codes.add(checkCode({ rows: [{ cells: [String(hours), '/'] }, { cells: ['', String(visits)] }] }));
    expect(codes.size).toBe(2500);
  });
});
