import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer, shownAnswer } from '#core/normalise/index.ts';
import { decimalsShown, numberText } from '#core/vocabulary/index.ts';

const PATTERNS = ['0', '0.00', '#,##0', '#,##0.00', '#,##0.000000', '0%', '0.0%', '#,##0.00%'];

describe('a number by its pattern', () => {
  it.each([
    [1234567.5, '#,##0.00', '1,234,567.50'],
    [1234567.5, '#,##0', '1,234,568'],
    [-1234.5, '#,##0.0', '-1,234.5'],
    [-999, '#,##0', '-999'],
    [1.005, '0.00', '1.01'],
    [-0.001, '0.00', '0.00'],
    [0.355, '0%', '36%'],
    [0.355, '0.0%', '35.5%'],
    [12.5, '#,##0%', '1,250%'],
    [7, 'capital', '柒元整'],
  ])('%d as %s is %s', (value, pattern, text) => {
    expect(numberText(value, pattern)).toBe(text);
  });

  it('in a field reads as the number that it writes', () => {
    const cents = fc.integer({ min: -1e12, max: 1e12 }).map((units) => Number(`${units}e-2`));
    fc.assert(
      fc.property(fc.constantFrom(...PATTERNS), cents, (number, value) => {
        const field = { type: 'number', number } as const;
        const shown = shownAnswer(field, value);
        expect(readAnswer(field, shown)).toBe(value);
        if (decimalsShown(number) >= 2) expect(shown).toBe(numberText(value, number));
      }),
    );
  });

  it('in a field of per cent is typed in hundredths, with the sign or without', () => {
    const field = { type: 'number', number: '0%' } as const;
    expect(['35%', '35', ' 35 ％', '-3.5%', 'ten'].map((text) => readAnswer(field, text))).toEqual([
      0.35,
      0.35,
      0.35,
      -0.035,
      'ten',
    ]);
  });
});

/** The amounts of the Payment and Settlement Measures, annex 1, and of every rule on zeros in it. */
const AMOUNTS: [number, string][] = [
  [1409.5, '壹仟肆佰零玖元伍角整'],
  [6007.14, '陆仟零柒元壹角肆分'],
  [1680.32, '壹仟陆佰捌拾元零叁角贰分'],
  [107000.53, '壹拾万柒仟元零伍角叁分'],
  [16409.02, '壹万陆仟肆佰零玖元零贰分'],
  [325.04, '叁佰贰拾伍元零肆分'],
  [12300, '壹万贰仟叁佰元整'],
  [10, '壹拾元整'],
  [0, '零元整'],
  [0.5, '伍角整'],
  [0.05, '伍分'],
  [0.25, '贰角伍分'],
  [100000001, '壹亿零壹元整'],
  [100010000, '壹亿零壹万元整'],
  [100001000, '壹亿零壹仟元整'],
  [20000000, '贰仟万元整'],
  [10001, '壹万零壹元整'],
  [1000000000000, '壹万亿元整'],
  [9999999999.99, '玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  [-3.1, '负叁元壹角整'],
  [1.005, '壹元零壹分'],
];

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const UNITS: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1_000 };
const GROUPS: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };

/** The cents of an amount in capitals, read sign by sign. */
function cents(text: string): number {
  const [whole = '', parts = ''] = text.includes('元') ? text.split('元') : ['', text];
  const fraction = [...parts].reduce(
    ({ sum, digit }, sign) => {
      if (sign === '角') return { sum: sum + digit * 10, digit: 0 };
      return sign === '分'
        ? { sum: sum + digit, digit: 0 }
        : { sum, digit: Math.max(0, DIGITS.indexOf(sign)) };
    },
    { sum: 0, digit: 0 },
  ).sum;
  return yuan(whole) * 100 + fraction;
}

function yuan(text: string): number {
  let [total, group, digit] = [0, 0, 0];
  for (const sign of text) {
    if (DIGITS.includes(sign)) digit = DIGITS.indexOf(sign);
    else if (UNITS[sign]) [group, digit] = [group + digit * UNITS[sign], 0];
    else {
      const factor = GROUPS[sign] ?? Number.NaN;
      [total, group, digit] =
        factor === GROUPS.亿
          ? [(total + group + digit) * factor, 0, 0]
          : [total + (group + digit) * factor, 0, 0];
    }
  }
  return total + group + digit;
}

describe('an amount in capitals', () => {
  it.each(AMOUNTS)('%d is %s', (amount, text) => {
    expect(numberText(amount, 'capital')).toBe(text);
  });

  it('says its amount and no other: it can be read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (units) => {
        expect(cents(numberText(Number(`${units}e-2`), 'capital'))).toBe(units);
      }),
      { numRuns: 5_000 },
    );
  });

  it('of round numbers can be read back as well', () => {
    const round = fc
      .tuple(fc.array(fc.constantFrom(0, 0, 0, 1, 9), { minLength: 12, maxLength: 12 }))
      .map(([digits]) => Number(digits.join('')));
    fc.assert(
      fc.property(round, (units) => {
        const text = numberText(Number(`${units}e-2`), 'capital');
        expect(cents(text)).toBe(units);
        expect(text).not.toMatch(/零零|零[拾佰仟万亿]|^零(?!元)|元$/);
      }),
      { numRuns: 5_000 },
    );
  });
});
