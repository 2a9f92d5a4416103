import type { Node } from './nodes/node.ts';

/** How tightly the parts of a phrase bind: where one level is allowed, all tighter ones are too. */
export const ATOM = 0;
/** A noun with what it belongs to: the date of "Exam". */
export const NOUN = 1;
/** Factors: they bind tighter than sums. */
export const PRODUCT = 2;
/** Terms of a sum. */
export const SUM = 3;
/** A statement: it holds or it does not. */
export const CLAUSE = 4;
/** Statements that are joined. */
export const JOINED = 5;
/** Lists of statements, and choices: they need brackets wherever anything follows. */
export const LISTED = 6;

/** A piece of a sentence. `node` is what the value is, where that is known. */
export type Phrase = { text: string; level: number; node?: Node };
