/** What is wrong with answers: everything at once for a submission, the bare shape for a draft; and cases. */
export { runCase, type SheetMeasure, type SheetRenderer, sheetTexts } from './cases.ts';
export { follow } from './follow.ts';
export { checkForeign } from './foreign.ts';
export { openCase } from './open-case.ts';
export { registrationProblems } from './registration.ts';
export { evaluationIn, openSession, problemsIn, type Session, update } from './session.ts';
export { checkShape } from './shape.ts';
export { rulesReached, tryRule } from './trial.ts';
export { evaluateAndValidate, validate, validateInput, validateResolved } from './validate.ts';
