import { addDays, addMonths, addYears } from './add.ts';
import { andOperator } from './and.ts';
import { answered } from './answered.ts';
import { divide, minus, plus, remainder, times } from './arithmetic.ts';
import { cat } from './cat.ts';
import { checksum } from './checksum.ts';
import { code } from './code.ts';
import { greater, greaterOrEqual, less, lessOrEqual } from './comparison.ts';
import { age, days } from './date-distance.ts';
import { date, day, month, year } from './date-parts.ts';
import { distinct } from './distinct.ts';
import { equal, strictEqual, strictUnequal, unequal } from './equality.ts';
import { max, min } from './extremes.ts';
import { get } from './get.ts';
import { ifOperator } from './if.ts';
import { inOperator } from './in.ts';
import { all, filter, map, none, reduce, some } from './iterations.ts';
import { length } from './length.ts';
import { trim, upper } from './letters.ts';
import { matches } from './matches.ts';
import { merge } from './merge.ts';
import { missingOperator } from './missing.ts';
import { months } from './months.ts';
import { holds, not } from './not.ts';
import type { Operator } from './operator.ts';
import { orOperator } from './or.ts';
import { rangeEnd, rangeStart } from './ranges.ts';
import { abs, floor, round } from './rounding.ts';
import { sorted } from './sorted.ts';
import { startsWith } from './starts-with.ts';
import { substr } from './substr.ts';
import { avg, count, sum } from './totals.ts';
import { useOperator } from './use.ts';
import { values } from './values-of.ts';
import { varOperator } from './var.ts';

export { entryOf } from './code.ts';
export type { EagerOperator, Operator, OperatorContext, ValueType } from './operator.ts';
export { child, isHostile, readPath, splitPath } from './paths.ts';
export { RuleError } from './rule-error.ts';
export { isAnswered, truthy } from './values.ts';

const table: readonly Operator[] = [
  // reading
  ...[varOperator, get, missingOperator, answered, code, useOperator],
  // choosing
  ...[ifOperator, andOperator, orOperator, not, holds],
  // comparing
  ...[equal, unequal, strictEqual, strictUnequal, less, lessOrEqual, greater, greaterOrEqual, inOperator],
  // numbers
  ...[plus, minus, times, divide, remainder, min, max, floor, round, abs],
  // text
  ...[cat, substr, length, upper, trim, startsWith, matches, checksum],
  // lists
  ...[map, filter, reduce, all, some, none, merge, sum, avg, count, distinct, values, sorted],
  // dates
  ...[year, month, day, date, age, months, days, addDays, addMonths, addYears, rangeStart, rangeEnd],
];

/** Every operator of the dialect, by name. A map, so that `constructor` is not one of them. */
export const operators: ReadonlyMap<string, Operator> = new Map(
  table.map((operator) => [operator.name, operator]),
);
