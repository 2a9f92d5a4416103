import { describe, expect, it } from 'vitest';
import { type RankedCase, rank } from '#core/route/index.ts';

type RankLine = Parameters<typeof rank>[2];

const one = (id: string, values: RankedCase['values'], amount: RankedCase['amount'] = 0, handedIn = id) => ({
  id,
  values,
  amount,
  handedIn,
});
const order = (cases: RankedCase[], descending: boolean[], line: RankLine = { count: 1 }) =>
  rank(cases, descending, line)
    .rows.map(({ row }) => row.id)
    .join('');
const drawn = (cases: RankedCase[], line: RankLine) => {
  const { taken, sum, refusal } = rank(cases, [false], line);
  return { taken, sum, refusal };
};

describe('the order of a ranked batch', () => {
  it('goes by each value in turn, each in its own direction', () => {
    const cases = [one('a', [1, 5]), one('b', [2, 5]), one('c', [2, 9]), one('d', [1, 1])];
    expect(order(cases, [true, false])).toBe('bcda');
    expect(order(cases, [false, true])).toBe('adcb');
  });

  it('puts what is missing last, whichever way it runs', () => {
    const cases = [one('a', [null]), one('b', [2]), one('c', ['']), one('d', [3])];
    expect(order(cases, [false])).toBe('bdac');
    expect(order(cases, [true])).toBe('dbac');
  });

  it('orders texts, and numbers before them', () => {
    expect(order([one('a', ['2026-03']), one('b', ['2025-12']), one('c', [7])], [false])).toBe('cba');
  });

  it('puts the one handed in earlier first, and says so', () => {
    const { rows } = rank([one('a', [1], 0, '2'), one('b', [1], 0, '1'), one('c', [2])], [false], {
      count: 2,
    });
    expect(rows.map(({ row, tied }) => [row.id, tied])).toEqual([
      ['b', true],
      ['a', true],
      ['c', false],
    ]);
  });

  it('does not depend on the order in which the cases come', () => {
    const cases = ['d', 'a', 'c', 'b'].map((id) => one(id, [1], 0, 'same'));
    expect(order(cases, [true])).toBe(order([...cases].reverse(), [true]));
  });
});

describe('the line of a ranked batch', () => {
  const three = [one('a', [1], 0.1), one('b', [2], 0.2), one('c', [3], 5)];

  it('is drawn after a number, or the end of the list', () => {
    expect(drawn(three, { count: 2 })).toEqual({ taken: 2, sum: null, refusal: null });
    expect(drawn(three, { count: 2.9 }).taken).toBe(2);
    expect(drawn(three, { count: 10 }).taken).toBe(3);
    expect(drawn(three, { count: -1 }).taken).toBe(0);
    expect(drawn([], { count: 3 })).toEqual({ taken: 0, sum: null, refusal: null });
  });

  it('is drawn before the first that does not fit, and nobody behind it is taken instead', () => {
    const sum = [one('a', [1], 60), one('b', [2], 50), one('c', [3], 10)];
    expect(drawn(sum, { upTo: 100 })).toEqual({
      taken: 1,
      sum: { used: 60, upTo: 100, left: 40 },
      refusal: null,
    });
    expect(drawn(sum, { upTo: 110 })).toMatchObject({ taken: 2, sum: { left: 0 } });
    expect(drawn(sum, { upTo: 59 })).toMatchObject({ taken: 0, sum: { used: 0, left: 59 } });
  });

  it('cannot be drawn without a number to add up, or without a line', () => {
    const gap = [one('a', [1], 60), one('b', [2], null)];
    expect(drawn(gap, { upTo: 100 }).refusal).toBe('no-amount');
    expect(drawn([...gap].reverse(), { upTo: 50 })).toMatchObject({ taken: 0, refusal: null });
    expect(drawn(gap, { upTo: null }).refusal).toBe('no-line');
    expect(drawn(gap, { count: 'many' }).refusal).toBe('no-line');
  });

  it('does not part two that are equal in everything', () => {
    const equal = [one('a', [1], 1, '1'), one('b', [1], 1, '1'), one('c', [1], 1, '2')];
    expect(drawn(equal, { count: 1 }).refusal).toBe('tie');
    expect(drawn(equal, { count: 2 }).refusal).toBeNull();
    expect(drawn(equal, { upTo: 1 }).refusal).toBe('tie');
  });
});
