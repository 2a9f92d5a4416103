/** Answers on their way in: what somebody typed or sent, as it is kept. */
export { readAnswer, shownAnswer, writeAnswer } from './answer.ts';
export { normaliseSection } from './section.ts';
