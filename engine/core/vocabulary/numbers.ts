import { roundedTo } from '#core/json/index.ts';
import { foldWidths } from '#core/text/index.ts';

const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
/** What a number of JavaScript keeps exactly, and writes without an exponent. */
const MOST_DIGITS = 15;
const MOST_DECIMALS = 6;

/**
 * The number that a text writes, as people write numbers: with digits of full width, with commas between thousands.
 * Null where it is none, or has more digits than can be kept.
 */
export function readNumber(text: string): number | null {
  const plain = foldWidths(text)
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/\u3002/g, '.')
    .trim();
  const bare = GROUPED.test(plain) ? plain.replaceAll(',', '') : plain;
  if (!DECIMAL.test(bare)) return null;
  const [whole = '', written = ''] = bare.replace(/^[+-]?0*/, '').split('.');
  const decimals = written.replace(/0+$/, '');
  if (whole.length + decimals.length > MOST_DIGITS || decimals.length > MOST_DECIMALS) return null;
  // Not -0, which is written like 0 and is not the same.
  return Number(bare) + 0;
}

/** A number as it stands in a field, never with an exponent. */
export function writeNumber(value: number): string {
  const text = String(value);
  return /e-/.test(text) ? value.toFixed(20).replace(/0+$/, '') : text;
}

/** A number with so many decimals, no more and no fewer; a half is rounded away from zero. */
export function fixedText(value: number, decimals: number): string {
  const [whole = '', rest = ''] = writeNumber(roundedTo(value, decimals, 'half')).split('.');
  return decimals === 0 ? whole : `${whole}.${rest.padEnd(decimals, '0')}`;
}
