/** What a definition may say: operators, formats, widgets. One file each, one line in the index of its folder. */

export { actions } from './actions/index.ts';
export { effects } from './effects/index.ts';
export { formats } from './formats/index.ts';
export {
  child,
  type EagerOperator,
  entryOf,
  isAnswered,
  isHostile,
  type Operator,
  type OperatorContext,
  operators,
  RuleError,
  readPath,
  splitPath,
  truthy,
  type ValueType,
} from './operators/index.ts';
export { patternProblem } from './patterns.ts';
export * from './schemas/index.ts';
export { widgets } from './widgets.ts';
