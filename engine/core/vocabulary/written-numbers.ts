import { productOf } from '#core/json/index.ts';
import { capitalAmount } from './capital-amount.ts';
import { fixedText } from './numbers.ts';

/** A number as spreadsheets write it, or an amount in Chinese capitals. */
const PATTERN = /^(#,##)?0(?:\.(0{1,6}))?(%)?$/;
const CAPITAL = 'capital';

/** Whether it is a pattern of the language: `#,##0.00`, `0.0%`, `capital`. */
export function isNumberPattern(pattern: string): boolean {
  return pattern === CAPITAL || PATTERN.test(pattern);
}

/** Whether a number is written in hundredths: 0.35 as `35%`. */
export function isPercent(pattern: string | undefined): boolean {
  return pattern?.endsWith('%') ?? false;
}

/** How many decimals of the number a pattern shows: of a per cent two more than are written. */
export function decimalsShown(pattern: string): number {
  if (pattern === CAPITAL) return 2;
  return (PATTERN.exec(pattern)?.[2]?.length ?? 0) + (isPercent(pattern) ? 2 : 0);
}

/** The pattern as a spreadsheet takes it, where a number stays a number: it has no capitals with units of money. */
export function spreadsheetPattern(pattern: string): string {
  return pattern === CAPITAL ? '#,##0.00' : pattern;
}

/** The number as the pattern writes it, a half rounded away from zero; plain where there is no such pattern. */
export function numberText(value: number, pattern: string): string {
  if (pattern === CAPITAL) return capitalAmount(value);
  const found = PATTERN.exec(pattern);
  if (found === null) return String(value);
  const [, thousands, decimals = '', percent = ''] = found;
  const counted = percent === '' ? value : productOf([value, 100]);
  const text = fixedText(counted, decimals.length);
  return (thousands === undefined ? text : withThousands(text)) + percent;
}

function withThousands(text: string): string {
  const [whole = '', decimals] = text.split('.');
  const grouped = whole.replace(/\d(?=(?:\d{3})+$)/g, '$&,');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
