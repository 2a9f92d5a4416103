/** A folder that somebody is changing: assembled, linted, compiled and tried out again after each change. */
export { type CaseResult, caseResults, type SheetOutputs } from './cases.ts';
export { type ChangedRule, changedRules } from './changed-rules.ts';
export { type DraftEdition, openDraft } from './draft.ts';
export { exampleOf, type MadeExample, type Question } from './example/example-of.ts';
export { type FormHashes, formHashes } from './form-hashes.ts';
export { blankColumns, changedSheets, type OutputColumn, type Outputs, outputsOf } from './outputs.ts';
export { reachedOf, unreachedByCases, type WatchedRule } from './reach.ts';
