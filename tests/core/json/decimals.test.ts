import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isMultipleOf,
  productOf,
  quotientOf,
  type Rounding,
  remainderOf,
  roundedTo,
  sumOf,
} from '#core/json/index.ts';

/** A decimal of whole units: what people write, and what the numbers are held against. */
type Written = { units: bigint; places: number };

const PLACES = 6;
const written = (most: bigint): fc.Arbitrary<Written> =>
  fc.record({ units: fc.bigInt({ min: -most, max: most }), places: fc.integer({ min: 0, max: PLACES }) });
const money = written(10n ** 10n);
const anySize = written(10n ** 15n - 1n);

const number = ({ units, places }: Written): number => Number(`${units}e-${places}`);
const zero = (value: number): number => value + 0;
/** In units of the smallest decimal. */
const scaled = ({ units, places }: Written): bigint => units * 10n ** BigInt(PLACES - places);

/** What a decimal of whole units is in at most 15 digits, a half away from zero: by its text, digit by digit. */
function nearest(units: bigint, places: number): number {
  const digits = String(units < 0n ? -units : units);
  const whole = Number(`${units}e-${places}`);
  if (digits.length <= 15) return zero(whole);
  const cut = digits.length - 15;
  const up = (digits[15] ?? '0') >= '5' ? 1n : 0n;
  const kept = (BigInt(digits.slice(0, 15)) + up) * (units < 0n ? -1n : 1n);
  return Number(`${kept}e${cut - places}`);
}

/** More than 15 digits may be exact all the same; else they are rounded to 15. */
const isNearest = (found: number, units: bigint, places: number): boolean =>
  found === nearest(units, places) || found === Number(`${units}e-${places}`);

describe('sums', () => {
  it.each([
    [[0.1, 0.2], 0.3],
    [[0.1, 0.7, -0.8], 0],
    [Array.from({ length: 1_000 }, () => 0.07), 70],
    [Array.from({ length: 1_000 }, () => 1.005), 1_005],
    [[1e15, 0.07, -1e15], 0.07],
    [[9_007_199_254_740_991, -1], 9_007_199_254_740_990],
    [[1e-7, 2e-7], 3e-7],
    [[1.7e308, 1.7e308], Number.POSITIVE_INFINITY],
    [[], 0],
    [[-0], 0],
  ])('of %j is %d', (numbers, expected) => {
    expect(sumOf(numbers)).toBe(expected);
  });

  it('of money are those of its smallest unit, in any order', () => {
    fc.assert(
      fc.property(fc.array(money, { maxLength: 300 }), (list) => {
        const units = list.reduce((total, one) => total + scaled(one), 0n);
        const found = sumOf(list.map(number));
        expect(isNearest(found, units, PLACES)).toBe(true);
        expect(sumOf(list.map(number).reverse())).toBe(found);
      }),
    );
  });

  it('of whatever an answer may be are rounded once', () => {
    fc.assert(
      fc.property(fc.array(anySize, { maxLength: 20 }), (list) => {
        const units = list.reduce((total, one) => total + scaled(one), 0n);
        expect(isNearest(sumOf(list.map(number)), units, PLACES)).toBe(true);
      }),
    );
  });

  it('of any numbers at all are numbers near the binary sum', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 });
    fc.assert(
      fc.property(any, any, (a, b) => {
        const size = Math.max(Math.abs(a), Math.abs(b), Number.MIN_VALUE);
        expect(Math.abs(sumOf([a, b]) - (a + b))).toBeLessThanOrEqual(size * 1e-14);
      }),
    );
  });
});

describe('products, quotients and remainders', () => {
  it.each([
    [[1.1, 1.1], 1.21],
    [[0.07, 100], 7],
    [[1.005, 1_000], 1_005],
    [[-0.5, 0], 0],
    [[1e200, 1e200], Number.POSITIVE_INFINITY],
    [[], 1],
  ])('the product of %j is %d', (numbers, expected) => {
    expect(productOf(numbers)).toBe(expected);
  });

  it('are those of whole units', () => {
    fc.assert(
      fc.property(anySize, anySize, (a, b) => {
        expect(isNearest(productOf([number(a), number(b)]), a.units * b.units, a.places + b.places)).toBe(
          true,
        );
        if (b.units === 0n) return;
        expect(remainderOf(number(a), number(b))).toBe(nearest(scaled(a) % scaled(b), PLACES));
      }),
    );
  });

  it('a quotient undoes a product', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e4, max: 1e4 }), money, (count, price) => {
        fc.pre(price.units !== 0n);
        const total = productOf([count, number(price)]);
        expect(quotientOf(total, number(price))).toBe(zero(count));
      }),
    );
  });

  it('a quotient that never ends has 15 digits', () => {
    expect(quotientOf(1, 3)).toBe(0.333333333333333);
    expect(quotientOf(2e-9, 3e-9)).toBe(0.666666666666667);
    expect(quotientOf(-7, 2)).toBe(-3.5);
  });
});

describe('rounding', () => {
  const cases: [number, number, Rounding, number][] = [
    [1.005, 2, 'half', 1.01],
    [-1.005, 2, 'half', -1.01],
    [0.285, 2, 'half', 0.29],
    [0.29, 2, 'down', 0.29],
    [0.299, 2, 'down', 0.29],
    [-0.291, 2, 'down', -0.3],
    [1.1, 1, 'up', 1.1],
    [1.101, 1, 'up', 1.2],
    [-1.19, 1, 'up', -1.1],
    [2.5, 0, 'half', 3],
    [-2.5, 0, 'half', -3],
    [7, 3, 'up', 7],
  ];
  it.each(cases)('%d to %d places, %s, is %d', (value, places, way, expected) => {
    expect(roundedTo(value, places, way)).toBe(expected);
  });

  it('goes to the decimal below, above or nearest', () => {
    fc.assert(
      fc.property(money, fc.integer({ min: 0, max: PLACES }), (one, places) => {
        const value = number(one);
        const step = 10n ** BigInt(PLACES - places);
        const [down, up] = [roundedTo(value, places, 'down'), roundedTo(value, places, 'up')];
        const below = scaled(one) - (((scaled(one) % step) + step) % step);
        expect(down).toBe(nearest(below, PLACES));
        expect(up).toBe(nearest(below === scaled(one) ? below : below + step, PLACES));
        expect([down, up]).toContain(roundedTo(value, places, 'half'));
      }),
    );
  });
});

describe('multiples', () => {
  it('of a cent are whatever has two decimals', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), (units) => {
        expect(isMultipleOf(Number(`${units}e-2`), 0.01)).toBe(true);
        expect(isMultipleOf(Number(`${units * 10n + 5n}e-3`), 0.01)).toBe(false);
      }),
    );
  });
});
