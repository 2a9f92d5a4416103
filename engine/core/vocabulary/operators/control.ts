import type { EagerOperator, LazyOperator, Operator } from './operator.ts';
import { truthy } from './values.ts';

const ofAny = { params: ['any'], returns: 'any', lazy: true } as const;

/** `{ "if": [condition, value, condition, value, else] }`: the first value whose condition holds. */
const ifOperator: LazyOperator = { name: 'if', arity: [1, 100], ...ofAny };

/** `{ "?:": [condition, value, else] }`: `if` of one condition, as JsonLogic has it besides. */
const choice: LazyOperator = { name: '?:', arity: [3, 3], ...ofAny };

/** The first falsy operand, else the last one. */
const and: LazyOperator = { name: 'and', arity: [1, 100], ...ofAny };

/** The first truthy operand, else the last one. */
const or: LazyOperator = { name: 'or', arity: [1, 100], ...ofAny };

const not: EagerOperator = {
  name: '!',
  arity: [1, 1],
  params: ['any'],
  returns: 'boolean',
  apply: ([value]) => !truthy(value),
  prepared: () => (value) => !truthy(value),
};

const holds: EagerOperator = {
  ...not,
  name: '!!',
  apply: ([value]) => truthy(value),
  prepared: () => truthy,
};

/** Calls a named expression: `{ "use": ["dueDate", { "var": "…" }, 30] }`. What it reads as `params.<name>` comes in order. */
const use: LazyOperator = {
  name: 'use',
  arity: [1, 20],
  params: ['name', 'any'],
  returns: 'any',
  lazy: true,
};

/** What decides, and what calls. */
export const control: readonly Operator[] = [ifOperator, choice, and, or, not, holds, use];
