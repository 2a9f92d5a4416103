import type { Words } from './locale.tsx';

const zh = {
  title: '申报时间',
  hint: '保存后立即对所有人生效，包括已经开始填写的申报；每次调整都记入审计记录。',
  serving: '当前年度',
  opensAt: '开始时间',
  closesAt: '截止时间',
  returnedUntil: '退回后补交的截止时间',
  defined: (at: string) => `政策文件中为 ${at}`,
  format: '写法：2026-12-31 23:59',
  retained: (years: number, at: string) =>
    `填报内容保存 ${years} 年，从全部截止时算起：${at} 之后自动删除；此后还有办理的，从最后一次办理算起`,
  retainedForEver: '填报内容永久保存：政策文件没有规定保存期限',
  unreadable: '请按“2026-12-31 23:59”填写日期和时间',
  crossed: '截止时间必须晚于开始时间',
  noGrace: '不能早于截止时间',
  save: '保存',
  saved: '申报时间已调整',
  changedAt: (at: string) => `上次调整：${at}`,
};

export type CycleWords = typeof zh;

const en: CycleWords = {
  title: 'Opening times',
  hint: 'What you save holds at once and for everybody, whatever they have begun; each change is recorded in the audit trail.',
  serving: 'present cycle',
  opensAt: 'Opens',
  closesAt: 'Closes',
  returnedUntil: 'Closes for returned applications',
  defined: (at) => `${at} in the definition`,
  format: 'As in 2026-12-31 23:59',
  retained: (years, at) =>
    `Answers are retained for ${years} years from the last closing on and erased by themselves after ${at}; what changes after the closing counts from its last event`,
  retainedForEver: 'Answers are retained for ever: the definition sets no term',
  unreadable: 'Write date and time as in 2026-12-31 23:59',
  crossed: 'It has to close after it opens',
  noGrace: 'Not before it closes for all others',
  save: 'Save',
  saved: 'The opening times have been changed',
  changedAt: (at) => `Last changed ${at}`,
};

export const cycleWords: Words<CycleWords> = { 'zh-CN': zh, en };
