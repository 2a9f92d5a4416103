/** A programme to begin with becomes somebody's own: named, with their organisations, forms, sheet and list. */
export { newProgramme } from './new-programme.ts';
export type { NewKind, NewProgramme, NewQuestion, NewUnit, StarterParts } from './plan.ts';
export { startersQuestions } from './starter-files.ts';
