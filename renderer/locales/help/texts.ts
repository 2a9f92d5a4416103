import type { Words } from '../locale.tsx';
import { enPolicyTopics } from './policy.en.ts';
import { zhPolicyTopics } from './policy.zh-CN.ts';
import { enTopics } from './topics.en.ts';
import { zhTopics } from './topics.zh-CN.ts';

const en = { ...enTopics, ...enPolicyTopics };

/** What the screens are explained by: by far the longest words, so they stand apart from those around them. */
export const helpTexts: Words<typeof en> = { 'zh-CN': { ...zhTopics, ...zhPolicyTopics }, en };
