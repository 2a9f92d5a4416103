/** What rules make of an application: what is visible, required and computed, and why; and what a sheet shows of it. */
export { registeredKind } from './account-kind.ts';
export { isFilled } from './answers.ts';
export { keepUnwritable, mayWrite, mayWriteSome } from './editable.ts';
export { type Evaluation, evaluate, evaluateSection, evaluationOf } from './evaluate.ts';
export { explain } from './explain.ts';
export { isEvidence, slotsOfRow } from './file-counts.ts';
export { isFieldHidden, isHidden } from './hidden.ts';
export { eachItem, fieldWithLogic, itemKey, itemSegments } from './items.ts';
export { isOffered, optionFor, optionsOf, reasonAgainst } from './options.ts';
export {
  type Correction,
  present,
  presentResolved,
  sheetRevision,
  textOf,
  timelessRevision,
  type Writer,
  writerOf,
} from './present/index.ts';
export { inputPresets, itemPreset, presets } from './presets.ts';
export { eachRecord, storedOrEmpty } from './records.ts';
export {
  atItem,
  atNoRow,
  atNoSection,
  atRecord,
  atSection,
  atSegments,
  type CaseScope,
  errorsOfSteps,
  type ResolvedAnswers,
  resolveAgain,
  resolveAnswers,
  resolveCategory,
  resolveFirst,
} from './resolve/index.ts';
export { bareFacts, ruleData } from './rule-data.ts';
export { firstErrors } from './run.ts';
export { isFileShown } from './shown-files.ts';
export { isItemRequired, isRequired, isSlotRequired, sectionState, sectionStates } from './states.ts';
export { maySee, maySeeAt, seenAnswers, seenValue } from './visible-to.ts';
