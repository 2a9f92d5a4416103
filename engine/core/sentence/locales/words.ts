import type { zhCN } from './zh-CN/index.ts';

/** The words in which logic is said: the Chinese ones are the pattern for all others. */
export type SentenceWords = typeof zhCN;
