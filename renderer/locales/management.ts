import type { Words } from './locale.tsx';

/** The desks that stand at the end of every menu: by themselves, because every desk draws them. */
const zh = {
  management: '管理',
  accounts: '用户管理',
  cycle: '申报时间',
  replays: '重放',
  audit: '审计记录',
  jobs: '后台任务',
};

const en: typeof zh = {
  management: 'Management',
  accounts: 'Users',
  cycle: 'Opening times',
  replays: 'Replay',
  audit: 'Audit trail',
  jobs: 'Background jobs',
};

export const managementWords: Words<typeof zh> = { 'zh-CN': zh, en };
