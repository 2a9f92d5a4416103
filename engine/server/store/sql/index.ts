/** SQL of this room: conditions, statements, and the one way to carry them out. */
export {
  AND,
  among,
  atLeast,
  atMost,
  between,
  type Condition,
  either,
  exists,
  greaterThan,
  lessThan,
  notEqual,
  OR,
  oneOf,
  quoted,
  type Scalar,
  Sql,
  sameAs,
  type Where,
} from './conditions.ts';
export { run, runForLists, send } from './run.ts';
export { StatementError } from './statement-error.ts';
export {
  deleteOf,
  type Grouping,
  groupOf,
  increased,
  insertMissingOf,
  insertOf,
  type Order,
  type SelectOptions,
  selectOf,
  updateOf,
} from './statements.ts';
