/** The types that stages hand on to one another. Only types: this room has no code. */
export type * from './application.ts';
export type * from './case.ts';
export type * from './category.ts';
export type * from './compiled.ts';
export type * from './definition.ts';
export type * from './json.ts';
export type * from './loaded.ts';
export type * from './logic.ts';
export type * from './machine.ts';
export type * from './problem.ts';
export type * from './route.ts';
export type * from './rule-data.ts';
export type * from './section.ts';
