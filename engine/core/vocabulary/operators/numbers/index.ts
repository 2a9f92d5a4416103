import type { Operator } from '../operator.ts';
import { divide, minus, plus, remainder, times } from './arithmetic.ts';
import { max, min } from './extremes.ts';
import { abs, ceil, floor, round } from './rounding.ts';

/** Arithmetic. */
export const numbers: readonly Operator[] = [
  plus,
  minus,
  times,
  divide,
  remainder,
  min,
  max,
  floor,
  ceil,
  round,
  abs,
];
