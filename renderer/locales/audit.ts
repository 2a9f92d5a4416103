import type { Words } from './locale.tsx';

const zh = {
  title: '审计记录',
  action: '操作',
  subject: '对象编号',
  when: '时间',
  who: '操作人',
  detail: '详情',
  seq: '序号',
  nobody: '系统或未登录者',
  none: '没有符合条件的记录',
  more: '更多',
  list: '审计记录列表',
  verify: '校验',
  verifying: '正在校验…',
  intact: (rows: number) => `共 ${rows} 条，全部相符`,
  broken: (seq: number) => `从第 ${seq} 条起不相符，请立即报告`,
  head: '末尾标识',
};

export type AuditWords = typeof zh;

const en: AuditWords = {
  title: 'Audit trail',
  action: 'Action',
  subject: 'Subject',
  when: 'When',
  who: 'Who',
  detail: 'Details',
  seq: 'No.',
  nobody: 'The system, or nobody logged in',
  none: 'No such rows',
  more: 'More',
  list: 'Rows of the audit trail',
  verify: 'Verify',
  verifying: 'Verifying…',
  intact: (rows) => `${rows} rows, all of them intact`,
  broken: (seq) => `Broken from row ${seq} on; report it at once`,
  head: 'Head',
};

export const auditWords: Words<AuditWords> = { 'zh-CN': zh, en };
