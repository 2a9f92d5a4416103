/**
 * Arithmetic over the decimals that numbers write, so that 0.1 + 0.2 is 0.3. The binary fraction in which a number is
 * held is only the nearest to its decimal; up to 15 digits each decimal has one of its own. Why it is reckoned so:
 * docs/decisions/0060.
 */

/** A decimal: so many units, `10 ** places` of them in one. */
type Decimal = { units: bigint; places: number };

/** Within so many units a number and its decimal are one and the same. */
const MOST_UNITS = 1e15;
const MOST_DIGITS = 15;
/** Whole numbers, money, and the six decimals that an answer may have: tried before anything slower. */
const FACTORS = [1, 1e2, 1e6];
/** Powers of ten up to this one are numbers without a rest. */
const MOST_FACTOR = 1e22;
/** Digits of a quotient, more than are kept. */
const QUOTIENT = 20;

/** The sum, rounded once and only where it has more than 15 digits. Not finite where it is too large. */
export function sumOf(numbers: readonly number[]): number {
  for (const factor of FACTORS) {
    const units = unitsTogether(numbers, factor);
    if (units !== null) return units / factor;
  }
  const [first = { units: 0n, places: 0 }, ...others] = numbers.map(decimalOf);
  return numberOf(others.reduce(plus, first));
}

/** The product, rounded like a sum. Not finite where it is too large. */
export function productOf(numbers: readonly number[]): number {
  let [units, factor] = [1, 1];
  for (const number of numbers) {
    const own = factorOf(number, number) ?? Number.POSITIVE_INFINITY;
    units *= Math.round(number * own);
    factor *= own;
    if (!(Math.abs(units) < MOST_UNITS && factor <= MOST_FACTOR)) return numberOf(timesAll(numbers));
  }
  return units / factor + 0;
}

/** The quotient in at most 15 digits. The divisor must not be zero. */
export function quotientOf(dividend: number, divisor: number): number {
  const factor = factorOf(dividend, divisor);
  if (factor !== undefined) {
    const quotient = Math.round(dividend * factor) / Math.round(divisor * factor);
    if (Number.isInteger(quotient)) return quotient + 0;
    // A binary quotient beside a half of the last digit would be rounded to the wrong side.
    if (isShortDecimal(quotient)) return quotient;
  }
  const [a, b] = [decimalOf(dividend), decimalOf(divisor)];
  const shift = Math.max(0, QUOTIENT + digitsOf(b.units) - digitsOf(a.units));
  const quotient = numberOf({
    units: (a.units * power(shift)) / b.units,
    places: a.places - b.places + shift,
  });
  return Number(quotient.toPrecision(MOST_DIGITS));
}

/** What is left over; its sign is that of the dividend. The divisor must not be zero. */
export function remainderOf(dividend: number, divisor: number): number {
  const factor = factorOf(dividend, divisor);
  if (factor !== undefined)
    return (Math.round(dividend * factor) % Math.round(divisor * factor)) / factor + 0;
  const { left, right, places } = aligned(decimalOf(dividend), decimalOf(divisor));
  return numberOf({ units: left % right, places });
}

/** Whether nothing is left over. The step must not be zero. */
export function isMultipleOf(number: number, step: number): boolean {
  return remainderOf(number, step) === 0;
}

/** Which way a number goes that has more decimals than are wanted; `half` goes to the nearer one, a half away from zero. */
export type Rounding = 'half' | 'down' | 'up';

/** The number with at most so many decimals. */
export function roundedTo(number: number, places: number, way: Rounding): number {
  if (Number.isInteger(number)) return number + 0;
  if (places === 0 && Math.abs(number) < MOST_UNITS) return wholeOf(number, way);
  const decimal = decimalOf(number);
  if (decimal.places <= places) return number;
  return numberOf({ units: withoutLast(decimal.units, decimal.places - places, way), places });
}

/** Whole numbers and their halves are held exactly, so that a fraction and its decimal lie on the same side of them. */
function wholeOf(number: number, way: Rounding): number {
  if (way === 'down') return Math.floor(number) + 0;
  if (way === 'up') return Math.ceil(number) + 0;
  const below = Math.floor(Math.abs(number));
  const nearest = Math.abs(number) - below < 0.5 ? below : below + 1;
  return Math.sign(number) * nearest + 0;
}

/** Whether a number has few enough digits to be reckoned with at once; of one that has more each digit costs. */
export function isShortDecimal(number: number): boolean {
  return factorOf(number, number) !== undefined;
}

function isWhole(number: number, factor: number): boolean {
  const units = Math.round(number * factor);
  return units / factor === number && Math.abs(units) < MOST_UNITS;
}

/** The least factor that makes both whole. */
function factorOf(a: number, b: number): number | undefined {
  for (const factor of FACTORS) if (isWhole(a, factor) && isWhole(b, factor)) return factor;
  return undefined;
}

/** The sum in units of this factor; null where a number, or what has come together so far, is no such unit. */
function unitsTogether(numbers: readonly number[], factor: number): number | null {
  let total = 0;
  for (const number of numbers) {
    if (!isWhole(number, factor)) return null;
    total += Math.round(number * factor);
    if (Math.abs(total) >= MOST_UNITS) return null;
  }
  return total;
}

/** The decimal that a number writes. */
function decimalOf(number: number): Decimal {
  const [written = '', exponent = '0'] = String(number).split('e');
  const [whole = '', decimals = ''] = written.split('.');
  const places = decimals.length - Number(exponent);
  const units = BigInt(whole + decimals);
  return places < 0 ? { units: units * power(-places), places: 0 } : { units, places };
}

/** The number of a decimal: its own where it has one, else in 15 digits. */
function numberOf(decimal: Decimal): number {
  const nearest = written(decimal);
  if (!Number.isFinite(nearest)) return nearest;
  const { left, right } = aligned(decimalOf(nearest), decimal);
  const over = digitsOf(decimal.units) - MOST_DIGITS;
  if (left === right || over <= 0) return nearest;
  return written({ units: withoutLast(decimal.units, over, 'half'), places: decimal.places - over });
}

function written({ units, places }: Decimal): number {
  return Number(`${units}e${-places}`);
}

/** The units without their last digits. */
function withoutLast(units: bigint, digits: number, way: Rounding): bigint {
  const divisor = power(digits);
  const rest = ((units % divisor) + divisor) % divisor;
  const below = (units - rest) / divisor;
  const isUp = way === 'up' ? rest > 0n : way === 'half' && isNearerUp(rest * 2n - divisor, units);
  return isUp ? below + 1n : below;
}

/** A half goes away from zero, which is down below it. */
function isNearerUp(beyondHalf: bigint, units: bigint): boolean {
  return units < 0n ? beyondHalf > 0n : beyondHalf >= 0n;
}

function plus(a: Decimal, b: Decimal): Decimal {
  const { left, right, places } = aligned(a, b);
  return { units: left + right, places };
}

function timesAll(numbers: readonly number[]): Decimal {
  return numbers.map(decimalOf).reduce((a, b) => ({ units: a.units * b.units, places: a.places + b.places }));
}

/** Both in units of the same size. */
function aligned(a: Decimal, b: Decimal): { left: bigint; right: bigint; places: number } {
  const places = Math.max(a.places, b.places);
  return { left: a.units * power(places - a.places), right: b.units * power(places - b.places), places };
}

function power(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

function digitsOf(units: bigint): number {
  return String(units < 0n ? -units : units).length;
}
