import type { Words } from './locale.tsx';

const zh = {
  serving: '正在使用的版本',
  editions: '已发布的版本',
  hash: '内容指纹',
  cycle: '年度',
  status: '状态',
  statuses: { published: '使用中', retired: '仅供已开始的办理', draft: '草稿' } as Record<string, string>,
  publishedAt: '发布时间',
  howToChange: '要修改内容，请新建草稿。发布后已开始的办理仍按原版本进行。',
  section: '栏目',
  kind: '类型',
  kinds: { form: '单条', table: '多行', grid: '表格', documents: '材料' } as Record<string, string>,
  limit: '行数上限',
  items: '条目',
  rules: '规则',
  slots: '材料位',
  account: '账户表',
  formRules: (count: number) => `另有 ${count} 条跨栏目规则`,
  nothingUnconfirmed: '全部内容均已确认',
  unconfirmedHint: (count: number) => `以下 ${count} 项在定义中标注为“待确认”，确认后请在定义中写明依据。`,
  place: '位置',
  source: '标注',
};

type PolicyWords = typeof zh;

const en: PolicyWords = {
  serving: 'Serving edition',
  editions: 'Published editions',
  hash: 'Content hash',
  cycle: 'Cycle',
  status: 'Status',
  statuses: { published: 'serving', retired: 'for what was begun under it', draft: 'draft' },
  publishedAt: 'Published',
  howToChange: 'To change something, begin a draft. What was begun stays on its own edition.',
  section: 'Section',
  kind: 'Kind',
  kinds: { form: 'record', table: 'rows', grid: 'grid', documents: 'files' },
  limit: 'Most rows',
  items: 'Items',
  rules: 'Rules',
  slots: 'Evidence',
  account: 'account form',
  formRules: (count) => `and ${count} rules across sections`,
  nothingUnconfirmed: 'Everything is confirmed',
  unconfirmedHint: (count) =>
    `${count} parts say "to be confirmed"; once they are, write their source into the definition.`,
  place: 'Place',
  source: 'Says',
};

export const policyWords: Words<PolicyWords> = { 'zh-CN': zh, en };
