/**
 * The shape of a section: its record, its columns and cells, its whole value, and the field that a path leads to;
 * and what those are called who fill it in.
 */
export { answerNamed, sumNamed } from './answer-named.ts';
export { applicantTitles } from './applicant-titles.ts';
export { type LimitReason, limitOf, type OwnApplication, whyNotBegin } from './application-limit.ts';
export { cellSchema } from './cells.ts';
export { choiceTitle, chosenIn, type OwnChoice, ownChoices } from './choices.ts';
export { columnsOf } from './columns.ts';
export { type CycleWindow, windowOf } from './cycle-window.ts';
export { fieldAt, fieldNamed, fieldsAlong, fieldsInOrder, isLongText, recordSchema } from './fields.ts';
export { itemsOf, lineSum, SUM, sumColumnOf } from './grid-sums.ts';
export { limits, rowIdPattern } from './limits.ts';
export { withOwnItems } from './own-items.ts';
export { type Term, termEnd, termOf } from './retention.ts';
export { saysNone } from './says-none.ts';
export { schemaAt } from './schema-at.ts';
export { valueSchema } from './value.ts';
export { wholeCase } from './whole-case.ts';
