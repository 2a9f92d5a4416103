/**
 * The records that repositories take and give: plain objects, never a row of the database library.
 * Times are ISO text in UTC with milliseconds (`2026-05-01T01:00:00.000Z`): such text sorts by time on every database.
 */
export type * from './accounts.ts';
export type * from './at.ts';
export type * from './cases.ts';
export type * from './editions.ts';
export type * from './jobs.ts';
export type * from './print-runs.ts';
export type * from './trail.ts';
