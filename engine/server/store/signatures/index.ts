/**
 * What each repository can do. A `tx` is a transaction from `inTransaction`, or the database itself (then each
 * call stands alone). "CAS" = compare and set: false when somebody else was there first, and nothing is changed.
 */
export type * from './accounts.ts';
export type * from './cases.ts';
export type * from './entry.ts';
export type * from './page.ts';
export type * from './work.ts';
