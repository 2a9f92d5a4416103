import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

/** The room's words by locale. */
export const sentences: Record<string, Record<string, string>> = { en, 'zh-CN': zhCN };
