import { comparing } from './comparing/index.ts';
import { control } from './control.ts';
import { dates } from './dates/index.ts';
import { lists } from './lists/index.ts';
import { numbers } from './numbers/index.ts';
import type { Operator } from './operator.ts';
import { reading } from './reading.ts';
import { text } from './text/index.ts';

export { entryOf } from './code.ts';
export type { EagerOperator, Operator, OperatorContext, ValueType } from './operator.ts';
export { beyond, child, isHostile, outerSteps, readPath, splitPath } from './paths.ts';
export { paidFor, payValue } from './paying.ts';
export { RuleError, RuleLimitError } from './rule-error.ts';
export { isAnswered, truthy } from './values.ts';

const table: readonly Operator[] = [
  ...reading,
  ...control,
  ...comparing,
  ...numbers,
  ...text,
  ...lists,
  ...dates,
];

/** Every operator of the dialect, by name. A map, so that `constructor` is not one of them. */
export const operators: ReadonlyMap<string, Operator> = new Map(
  table.map((operator) => [operator.name, operator]),
);
