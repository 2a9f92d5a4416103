import type { Operator } from '../operator.ts';
import { distinct } from './distinct.ts';
import { all, filter, map, none, reduce, some } from './iterations.ts';
import { merge } from './merge.ts';
import { sorted } from './sorted.ts';
import { avg, count, sum } from './totals.ts';
import { values } from './values-of.ts';

/** Lists: element by element, and what comes of all of them. */
export const lists: readonly Operator[] = [
  map,
  filter,
  reduce,
  all,
  some,
  none,
  merge,
  sum,
  avg,
  count,
  distinct,
  values,
  sorted,
];
