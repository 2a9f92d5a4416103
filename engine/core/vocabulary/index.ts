/** What a definition may say: operators, formats, widgets, actions, effects. */

export { actions } from './actions.ts';
export { addMonths, formatDate, isDateTime, parseDate } from './calendar.ts';
export { type ChecksumFault, checksumFault, checksumNames, mod11_2 } from './checksums.ts';
export type { Command } from './commands.ts';
export { type Duration, endOfDuration, parseDuration } from './durations.ts';
export { type EffectName, effects } from './effects.ts';
export * from './faces/index.ts';
export { findersOf } from './finders.ts';
export { formats } from './formats/index.ts';
export { guardOf } from './guard.ts';
export { languages } from './languages.ts';
export { readNumber, writeNumber } from './numbers.ts';
export {
  beyond,
  child,
  type EagerOperator,
  entryOf,
  isAnswered,
  isHostile,
  type Operator,
  type OperatorContext,
  operators,
  outerSteps,
  paidFor,
  payValue,
  RuleError,
  RuleLimitError,
  readPath,
  splitPath,
  truthy,
  type ValueType,
} from './operators/index.ts';
export { type GenericPage, genericPages } from './pages.ts';
export { PATTERN_TEXT, patternProblem } from './patterns.ts';
export * from './schemas/index.ts';
export { UNCONFIRMED } from './sources.ts';
export { beyondReading, templateLimits } from './template-size.ts';
export { widgets } from './widgets.ts';
export { readDay } from './written-dates.ts';
export { momentAt } from './written-moments.ts';
export {
  decimalsShown,
  isNumberPattern,
  isPercent,
  numberText,
  spreadsheetPattern,
} from './written-numbers.ts';
export {
  dateRangeKind,
  joinRange,
  monthRangeKind,
  type RangeEnds,
  type RangeKind,
  rangeEnds,
  readEnd,
} from './written-ranges.ts';
export { dayIn, offsetAt } from './zones.ts';
