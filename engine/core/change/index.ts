/** Changes of a programme's folder as things: made, read, taken back, found between two folders. */

export { type AnswerStep, answerSteps } from './answers/answer-steps.ts';
export { allAside, asideAt, migrate, moveAnswers, type SetAside, stepsBack } from './answers/move-answers.ts';
export { withTypedSince } from './answers/typed-since.ts';
export { apply, refusal } from './apply.ts';
export { diff } from './diff/diff.ts';
export { invert } from './invert.ts';
export { templateEdit } from './kinds/sheets/edit-template.ts';
export { blocksOf, type SheetBlock } from './kinds/sheets/outline.ts';
export { type PrintedTable, tablesOf } from './kinds/sheets/printed-tables.ts';
export { settingStyles } from './kinds/sheets/settings/uses.ts';
export { sentencesOf } from './kinds/sheets/template.ts';
export { followingMends } from './mends/follow.ts';
export { mends } from './mends/mends.ts';
export { outcomeMends } from './mends/outcomes.ts';
export type { Applied, Change, ChangeProblem, LeafEffect } from './model.ts';
export { changeSchema } from './schema.ts';
export { sentence } from './sentence.ts';
