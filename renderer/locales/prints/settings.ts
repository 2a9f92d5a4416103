import type { Words } from '../locale.tsx';

const zh = {
  title: '打印设置',
  whole: '整份',
  save: '保存设置',
  reset: '恢复默认',
  saved: '设置已保存',
  /** Beside a field; and what is wrong with one. */
  bounds: (low: number, high: number) => `${low}–${high}`,
  between: (low: number, high: number) => `请填写 ${low} 到 ${high} 之间的数`,
  automatic: '自动',
  asWhole: '同整份',
  preview: '预览：随设置变化，保存后打印才会改变',
  previewOf: (title: string) => `${title}预览`,
  official: (time: string) => `正式件，${time} 留存`,
  former: (round: number, time: string) => `第 ${round} 轮的正式件，${time} 留存，已不作数`,
  frozen: '正式件已经留存，打印出来的都是这一份，打印设置不再改变。',
};

type PrintSettingsWords = typeof zh;

const en: PrintSettingsWords = {
  title: 'Print settings',
  whole: 'The whole sheet',
  save: 'Save settings',
  reset: 'Back to presets',
  saved: 'Saved',
  bounds: (low, high) => `${low}–${high}`,
  between: (low, high) => `Enter a number from ${low} to ${high}`,
  automatic: 'automatic',
  asWhole: 'as the whole',
  preview: 'Preview: it follows the settings; prints change when they are saved',
  previewOf: (title) => `Preview of ${title}`,
  official: (time) => `Official print, frozen on ${time}`,
  former: (round, time) => `Official print of round ${round}, frozen on ${time}; it counts no more`,
  frozen:
    'The official print is frozen: whoever prints it is given this one, and settings do not change any more.',
};

export const printSettingsWords: Words<PrintSettingsWords> = { 'zh-CN': zh, en };
