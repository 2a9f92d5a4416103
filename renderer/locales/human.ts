import type { Words } from './locale.tsx';

const zh = {
  working: '正在自动进行人机验证，无需操作…',
  ready: '人机验证已完成',
  failed: '人机验证没有完成。',
  again: '重新验证',
};

type HumanWords = typeof zh;

const en: HumanWords = {
  working: 'Checking that you are no robot; nothing to do for you…',
  ready: 'Checked',
  failed: 'The check could not be finished.',
  again: 'Try again',
};

export const humanWords: Words<HumanWords> = { 'zh-CN': zh, en };
