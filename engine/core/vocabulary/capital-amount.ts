import { capitals } from './locales/capitals.ts';
import { fixedText } from './numbers.ts';

const { digits, places, groups, yuan, jiao, fen, exactly, minus } = capitals;
const ZERO = '0';

/**
 * An amount of money in Chinese capitals, as cheques and receipts want it: the Payment and Settlement Measures
 * (支付结算办法), annex 1. Rounded to the smallest unit; a zero is written once however many follow one another.
 */
export function capitalAmount(amount: number): string {
  const [whole = '', cents = ''] = fixedText(Math.abs(amount), 2).split('.');
  const [tenths = ZERO, hundredths = ZERO] = cents;
  const sign = amount < 0 && Number(whole + cents) > 0 ? minus : '';
  if (cents === '00') return sign + (wholeNumber(whole) || digits[0]) + yuan + exactly;
  return sign + wholePart(whole, tenths) + partsOf(tenths, hundredths);
}

/** Before a fraction a zero is written where the last whole digit is one, or the first of the fraction. */
function wholePart(whole: string, tenths: string): string {
  if (Number(whole) === 0) return '';
  const isZero = whole.endsWith(ZERO) || tenths === ZERO;
  return wholeNumber(whole) + yuan + (isZero ? digits[0] : '');
}

function partsOf(tenths: string, hundredths: string): string {
  const first = tenths === ZERO ? '' : digits[Number(tenths)] + jiao;
  return hundredths === ZERO ? first + exactly : first + digits[Number(hundredths)] + fen;
}

/** Four digits at a time; what stands before the last eight is counted in the largest unit. */
function wholeNumber(text: string): string {
  const bare = text.replace(/^0+/, '');
  if (bare.length <= 4) return group(bare);
  const [unit, below] = bare.length > 8 ? ([groups.large, 8] as const) : ([groups.small, 4] as const);
  const rest = bare.slice(-below);
  const high = wholeNumber(bare.slice(0, -below)) + unit;
  const low = wholeNumber(rest);
  return low === '' || !rest.startsWith(ZERO) ? high + low : high + digits[0] + low;
}

/** Up to four digits with their units; zeros between others are one, zeros at the end none. */
function group(text: string): string {
  const written = [...text].map((digit, at) =>
    digit === ZERO ? digits[0] : digits[Number(digit)] + (places[text.length - at - 1] ?? ''),
  );
  return written.join('').replace(ZEROS, '$1').replace(LAST_ZERO, '');
}

const ZEROS = new RegExp(`(${digits[0]})+`, 'g');
const LAST_ZERO = new RegExp(`${digits[0]}$`);
