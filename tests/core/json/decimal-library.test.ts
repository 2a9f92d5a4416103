/** Sums, products, quotients and remainders of money are those of a decimal library. */
import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productOf, quotientOf, remainderOf, roundedTo, sumOf } from '#core/json/index.ts';

/** Places of a quotient: more than a number keeps. */
Big.DP = 40;

/** An amount with up to four places, as people write it. */
const amount = fc
  .tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: 0, max: 4 }))
  .map(([units, places]) => Number(`${units}e-${places}`));
const divisor = amount.filter((one) => one !== 0);
const many = fc.array(amount, { maxLength: 60 });

/** In as many digits as a number keeps. */
const inDigits = (value: Big): number => Number(value.toPrecision(15)) + 0;
const big = (numbers: number[], with_: (one: Big, other: number) => Big, first: number): Big =>
  numbers.reduce((total, one) => with_(total, one), new Big(first));

describe('what is reckoned is what a decimal library reckons', () => {
  it('in sums', () => {
    fc.assert(
      fc.property(many, (numbers) => {
        expect(sumOf(numbers)).toBe(inDigits(big(numbers, (total, one) => total.plus(one), 0)));
      }),
    );
  });

  it('in products of a price, an amount and a rate', () => {
    const rate = fc.integer({ min: 0, max: 10_000 }).map((units) => units / 10_000);
    fc.assert(
      fc.property(fc.integer({ min: -99_999, max: 99_999 }), fc.nat(9_999), rate, (cents, count, share) => {
        const factors = [cents / 100, count, share];
        expect(productOf(factors)).toBe(inDigits(big(factors, (total, one) => total.times(one), 1)));
      }),
    );
  });

  it('in quotients and remainders', () => {
    fc.assert(
      fc.property(amount, divisor, (one, other) => {
        expect(remainderOf(one, other)).toBe(Number(new Big(one).mod(other)) + 0);
        expect(quotientOf(one, other)).toBe(inDigits(new Big(one).div(other)));
      }),
      // Their binary quotients lie beside a half of the last digit.
      {
        examples: [
          [-301_019_311, 442_689_845],
          [18_128_669.7, -41_007.3482],
          [-63_355_460.6, 0.007],
        ],
      },
    );
  });

  it('where a half is rounded', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 3 }), (one, places) => {
        expect(roundedTo(one, places, 'half')).toBe(Number(new Big(one).round(places, Big.roundHalfUp)) + 0);
      }),
    );
  });
});
