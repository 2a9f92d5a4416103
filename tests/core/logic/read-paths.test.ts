import { describe, expect, it } from 'vitest';
import { readPaths } from '#core/compile/logic/index.ts';
import type { Logic } from '#core/model/index.ts';
import { scope } from '../../rules/support/tables.ts';

const amounts = (list: Logic): Logic => ({ sum: { map: [list, { var: 'amount' }] } });

const cases: [string, Logic, string[]][] = [
  ['nothing of a literal', 'x', []],
  [
    'paths, each once',
    { and: [{ var: 'application.a.b' }, { var: ['application.a.b', { var: 'c' }] }] },
    ['application.a.b', 'c'],
  ],
  ['the paths of missing', { missing: ['a', 'b.c'] }, ['a', 'b.c']],
  [
    'the paths that missing may name, and what chooses among them',
    { missing: { merge: ['a', { if: [{ var: 'b' }, ['c'], 'd'] }] } },
    ['a', 'c', 'd', 'b'],
  ],
  ['the paths of some', { missing_some: [{ var: 'n' }, ['a', 'b']] }, ['a', 'b']],
  [
    'what is read around an iteration, where it stands',
    {
      map: [
        { var: 'l' },
        { map: [{ var: 'parts' }, { '+': [{ var: 'n' }, { var: 'outer.m' }, { var: 'outer.outer.a' }] }] },
      ],
    },
    ['l', 'l.*.parts', 'l.*.parts.*.n', 'l.*.m', 'a'],
  ],
  [
    'the list and the fields of its elements',
    amounts({ var: 'application.costs' }),
    ['application.costs', 'application.costs.*.amount'],
  ],
  [
    'elements handed on by filter',
    amounts({ filter: [{ var: 'l' }, { var: 'on' }] }),
    ['l', 'l.*.on', 'l.*.amount'],
  ],
  ['elements of a computed list', amounts({ if: [{ var: 'x' }, { var: 'l' }, []] }), ['x', 'l', '*.amount']],
  [
    'current, not accumulator',
    { reduce: [{ var: 'l' }, { '+': [{ var: 'accumulator' }, { var: 'current.n' }] }, 0] },
    ['l', 'l.*.n'],
  ],
  [
    'nested iterations',
    { map: [{ var: 'l' }, { map: [{ var: 'm' }, { var: 'n' }] }] },
    ['l', 'l.*.m', 'l.*.m.*.n'],
  ],
  ['the object of get', { get: [{ var: 'limits' }, { var: 'row.kind' }] }, ['limits', 'row.kind']],
  ['what an expression reads', { use: ['scaled', { var: 'n' }] }, ['factor', 'n']],
];

describe('readPaths', () => {
  it.each(cases)('gives %s', (_name, logic, paths) => {
    expect(readPaths(logic, scope.expressions)).toEqual(paths);
  });

  it('skips expressions when it is given none', () => {
    expect(readPaths({ use: ['scaled', { var: 'n' }] })).toEqual(['n']);
  });
});
