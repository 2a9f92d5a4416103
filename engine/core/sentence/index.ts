/** Rules as sentences that people read, from the titles of fields, codes, named expressions and operators. */
export { limitTitle } from './durations.ts';
export { sentenceLocales } from './locales/index.ts';
export { type ReadPart, type ReadRule, readProgramme } from './programme/index.ts';
export type { SentenceScope } from './scope.ts';
export { condition, sentence } from './sentence.ts';
export { sourceText } from './source.ts';
export { decides, demands, gives, nameOf } from './statement.ts';
export { scopeAt } from './where.ts';
