import type { Words } from '../locale.tsx';
import { enTopics } from './topics.en.ts';
import { zhTopics } from './topics.zh-CN.ts';

/** What the screens are explained by: by far the longest words, so they stand apart from those around them. */
export const helpTexts: Words<typeof enTopics> = { 'zh-CN': zhTopics, en: enTopics };
