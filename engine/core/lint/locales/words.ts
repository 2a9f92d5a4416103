import type { zhCN } from './zh-CN/index.ts';

/** The words in which problems of definitions are told: the Chinese ones are the pattern for all others. */
export type LintWords = typeof zhCN;

/** A sentence of the locales: the code of a check, and which of its sentences where it has several. */
export type SentenceKey = keyof LintWords['sentences'];

/** A sentence that says what would mend it. */
export type HintKey = keyof LintWords['hints'];
