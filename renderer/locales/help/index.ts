import type { Words } from '../locale.tsx';

const zh = {
  title: '帮助',
  close: '关闭帮助',
  others: '其他帮助',
  about: (title: string) => `帮助：${title}`,
  mine: (role: string) => `${role}的工作`,
};

type HelpWords = typeof zh;

const en: HelpWords = {
  title: 'Help',
  close: 'Close help',
  others: 'Other help',
  about: (title) => `Help: ${title}`,
  mine: (role) => `The work of a ${role}`,
};

export const helpWords: Words<HelpWords> = { 'zh-CN': zh, en };
