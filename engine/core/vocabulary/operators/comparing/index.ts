import type { Operator } from '../operator.ts';
import { greater, greaterOrEqual, less, lessOrEqual } from './comparison.ts';
import { equal, strictEqual, strictUnequal, unequal } from './equality.ts';
import { inOperator } from './in.ts';

/** Which of two is what. */
export const comparing: readonly Operator[] = [
  equal,
  unequal,
  strictEqual,
  strictUnequal,
  less,
  lessOrEqual,
  greater,
  greaterOrEqual,
  inOperator,
];
