/** Problems in the words of a locale: what is wrong, where by its title, and what would mend it. */
export type { Finding } from './finding.ts';
export { problemOf } from './problem.ts';
export { type Hint, hintFor, type Params, sentenceFor } from './words.ts';
