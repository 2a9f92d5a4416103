import type { Words } from './locale.tsx';

const zh = {
  next: '修改与发布',
  drafts: '草稿',
  publications: '发布记录',
  title: '定义',
  overview: '概览',
  forms: '表格与栏目',
  charts: '流程图',
  unconfirmed: '待确认',
};

const en: typeof zh = {
  next: 'What comes next',
  drafts: 'Drafts',
  publications: 'Publications',
  title: 'Definitions',
  overview: 'Overview',
  forms: 'Forms and sections',
  charts: 'Flow charts',
  unconfirmed: 'To be confirmed',
};

/** Of the menu alone, and of the headings of its pages: it stands on pages that need nothing else of the desk. */
export const policyMenuWords: Words<typeof zh> = { 'zh-CN': zh, en };
