import { PRODUCT, SUM } from '../phrase.ts';
import { joined, noun, ofAll } from './simple.ts';
import type { Writer, Writers } from './writer.ts';

/** Rounded to a whole number, or to so many decimals. */
const rounding =
  (name: 'round' | 'floor' | 'ceil'): Writer =>
  (args, ...rest) =>
    noun(args.length > 1 ? `${name}.digits` : name, 'number')(args, ...rest);

/** How arithmetic is read. */
export const numberWriters: Writers = {
  '+': joined('+', SUM),
  '-': joined('-', SUM),
  '*': joined('*', PRODUCT),
  '/': joined('/', PRODUCT),
  '%': noun('%', 'number'),
  min: ofAll('min', 'number'),
  max: ofAll('max', 'number'),
  floor: rounding('floor'),
  ceil: rounding('ceil'),
  round: rounding('round'),
  abs: noun('abs', 'number'),
};
