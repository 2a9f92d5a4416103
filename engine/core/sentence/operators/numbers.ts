import { PRODUCT, SUM } from '../phrase.ts';
import { joined, noun, ofAll } from './simple.ts';
import type { Writer, Writers } from './writer.ts';

const round: Writer = (args, ...rest) =>
  noun(args.length > 1 ? 'round.digits' : 'round', 'number')(args, ...rest);

/** How arithmetic is read. */
export const numberWriters: Writers = {
  '+': joined('+', SUM),
  '-': joined('-', SUM),
  '*': joined('*', PRODUCT),
  '/': joined('/', PRODUCT),
  '%': noun('%', 'number'),
  min: ofAll('min', 'number'),
  max: ofAll('max', 'number'),
  floor: noun('floor', 'number'),
  round,
  abs: noun('abs', 'number'),
};
