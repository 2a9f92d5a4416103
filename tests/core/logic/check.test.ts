import { describe, expect, it } from 'vitest';
import { checkLogic } from '#core/compile/logic/index.ts';
import type { Logic } from '#core/model/index.ts';

function nested(depth: number): Logic {
  let logic: Logic = true;
  for (let level = 0; level < depth; level += 1) logic = { '!': [logic] };
  return logic;
}

const list = { var: 'list' };
const element = { var: '' };

const refused: [string, Logic, string, string][] = [
  ['an unknown operator', { and: [true, { sqrt: 2 }] }, '/and/1', 'unknown-operator'],
  ['log', { log: 'x' }, '', 'unknown-operator'],
  ['a dotted operator', { 'a.b': [1] }, '', 'unknown-operator'],
  ['outer outside of any iteration', { var: 'outer.a' }, '', 'nothing-outside'],
  [
    'outer further out than there are iterations',
    { map: [list, { '+': [{ var: 'outer.a' }, { var: 'outer.outer.a' }] }] },
    '/map/1/+/1',
    'nothing-outside',
  ],
  ['outer in the list of an iteration', { map: [{ var: 'outer.l' }, 1] }, '/map/0', 'nothing-outside'],
  ['outer among missing ones', { missing: ['a', 'outer.a'] }, '', 'nothing-outside'],
  ['a missing path that is computed', { missing: [{ cat: ['a', 'b'] }] }, '', 'not-literal'],
  ['a path of some that is computed', { missing_some: [1, { var: 'paths' }] }, '', 'not-literal'],
  ['a checksum that is not there', { checksum: ['crc', 'a'] }, '', 'unknown-checksum'],
  ['a weighted sum without weights', { checksum: ['weighted', 'a'] }, '', 'checksum-weights'],
  ['a modulus without check characters', { checksum: ['weighted', 'a', [1], 31] }, '', 'checksum-weights'],
  [
    'fewer check characters than remainders',
    { checksum: ['weighted', 'a', [1], 11, '10'] },
    '',
    'checksum-weights',
  ],
  ['weights that are read', { checksum: ['weighted', 'a', list, 10] }, '', 'checksum-weights'],
  ['a checksum with more than its text', { checksum: ['luhn', 'a', [1]] }, '', 'checksum-operands'],
  ['an inherited name', { constructor: [1] }, '', 'unknown-operator'],
  ['two operators', { '!': [{ var: 'a', '==': [1, 1] }] }, '/!/0', 'not-one-operator'],
  ['an empty object', {}, '', 'not-one-operator'],
  ['too few operands', { '==': [1] }, '', 'arity'],
  ['too many operands', { months: ['a', 'b', 'c'] }, '', 'arity'],
  ['too many nodes', { or: [Array.from({ length: 600 }, () => 1)] }, '', 'too-many-nodes'],
  ['too large', { '==': ['x'.repeat(17_000), 'y'] }, '', 'too-large'],
  ['too large in bytes alone', { '==': ['字'.repeat(6_000), 'y'] }, '', 'too-large'],
  [
    'four iterations',
    { map: [list, { map: [element, { map: [element, { map: [element, 1] }] }] }] },
    '/map/1/map/1/map/1',
    'nested-iterations',
  ],
  [
    'cat in reduce',
    { reduce: [list, { cat: [{ var: 'accumulator' }, 'x'] }, ''] },
    '/reduce/1',
    'growing-reduce',
  ],
  [
    'merge deeper in reduce',
    { reduce: [list, { if: [1, { merge: [1] }, 2] }, 0] },
    '/reduce/1/if/1',
    'growing-reduce',
  ],
  ['a prototype', { var: 'a.__proto__.b' }, '', 'hostile-path'],
  ['a constructor in a list', { missing: ['a', 'constructor.x'] }, '', 'hostile-path'],
  ['a prototype by key', { get: [{ var: 'a' }, 'prototype'] }, '', 'hostile-path'],
  ['a nested repetition', { matches: [element, '^(a+)+$'] }, '', 'unsafe-pattern'],
  ['repetitions side by side', { matches: [element, '^.*.*.*x$'] }, '', 'unsafe-pattern'],
  ['alternatives side by side', { matches: [element, `^${'(a|a)'.repeat(30)}$`] }, '', 'unsafe-pattern'],
  ['no pattern at all', { matches: [element, '['] }, '', 'unsafe-pattern'],
  ['a computed pattern', { matches: ['a', { var: 'p' }] }, '', 'not-literal'],
  ['a computed list', { code: [{ var: 'l' }, 'a', 'title'] }, '', 'not-literal'],
  ['a computed path', { var: [{ cat: ['a', 'b'] }] }, '', 'not-literal'],
  ['a computed expression', { use: [{ var: 'e' }] }, '', 'not-literal'],
  ['no number', { '+': [Number.NaN, 1] }, '/+/0', 'not-json'],
];

const accepted: [string, Logic][] = [
  ['a literal', 'text'],
  ['the short form', { var: 'application.cover.title' }],
  ['three iterations', { map: [list, { filter: [element, { some: [element, element] }] }] }],
  ['a list beside an iteration', { map: [{ map: [{ map: [{ map: [list, 1] }, 1] }, 1] }, 1] }],
  ['cat beside reduce', { cat: [{ reduce: [list, { var: 'current' }, 0] }, 'x'] }],
  [
    'simple patterns',
    {
      and: ['^[0-9]{6}$', '^[A-Z]{1,3}[0-9]+$', '^(a|b)$'].map((pattern) => ({
        matches: [element, pattern],
      })),
    },
  ],
  ['deep but not too deep', nested(15)],
];

describe('checkLogic', () => {
  it.each(refused)('refuses %s', (_name, logic, pointer, code) => {
    expect(checkLogic(logic)).toContainEqual(expect.objectContaining({ pointer, code }));
  });

  it('refuses what is too deep, however deep', () => {
    for (const depth of [32, 20_000])
      expect(checkLogic(nested(depth)).map(({ code }) => code)).toContain('too-deep');
  });

  it.each(accepted)('accepts %s', (_name, logic) => {
    expect(checkLogic(logic)).toEqual([]);
  });

  it('reports everything at once, with what may be meant', () => {
    const problems = checkLogic({ and: [{ SUM: [1] }, { '==': [1] }, { var: 'a.constructor' }] });
    expect(problems.map(({ code }) => code)).toEqual(['unknown-operator', 'arity', 'hostile-path']);
    expect(problems[0]?.meant).toBe('sum');
  });
});
