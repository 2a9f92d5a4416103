import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

/** The sentences of refusals by locale; an unknown locale reads English. */
export const sentences: Record<string, Record<string, string>> = { en, 'zh-CN': zhCN };
