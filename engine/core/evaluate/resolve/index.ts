/** An application with everything hidden taken out and everything derived put in, and pointing rules at its parts. */
export { atSegments, fieldPointer, itemPointer, slotKey } from './names.ts';
export { errorsOfSteps, resolveAgain, resolveFirst } from './resolve-again.ts';
export { type CaseScope, resolveAnswers, resolveCategory } from './resolve-answers.ts';
export type { ResolvedAnswers } from './resolved.ts';
export { atItem, atNoRow, atNoSection, atRecord, atSection } from './scope.ts';
