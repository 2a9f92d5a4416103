/** What rules make of an application: seen, asked for, computed, and why; and what a sheet shows of it. */
export { isFilled, isObject, segmentsOf, valueAt, withValue } from './answers.ts';
export { keepUnwritable, mayWrite, mayWriteSome } from './editable.ts';
export { type Evaluation, evaluate } from './evaluate.ts';
export { type Explanation, explain, type Reason } from './explain.ts';
export { slotsOfRow } from './file-counts.ts';
export { isFieldHidden, isHidden } from './hidden.ts';
export { isOffered, optionsOf } from './options.ts';
export {
  present,
  type SectionView,
  type SheetView,
  sheetRevision,
  type Texts,
  textOf,
  type Writer,
  writerOf,
} from './present/index.ts';
export { presets } from './presets.ts';
export { eachRecord } from './records.ts';
export { compute, type EvaluationError } from './run.ts';
export {
  type Around,
  atNoRow,
  atNoSection,
  atRecord,
  atSection,
  categoryOf,
  fieldPointer,
  itemPointer,
  type Settled,
  sectionOf,
  settle,
  settleCategory,
} from './settle.ts';
export { type FieldState, isItemRequired, isRequired, isSlotRequired, type SlotState } from './states.ts';
