import type { Words } from './locale.tsx';

const zh = {
  menu: '菜单',
  openMenu: '打开菜单',
  home: '首页',
  notices: '通知',
  noNotices: '没有通知。办理结果和意见会显示在这里',
  changePassword: '修改密码',
  refresh: '刷新',
  logout: '退出',
  keys: '快捷键',
  keysHint: '按 ? 键打开或关闭本列表',
  close: '关闭',
  cancel: '取消',
  confirm: '确定',
  skip: '跳到正文',
  loading: '正在加载…',
  retry: '重试',
  loginAgain: '重新登录',
  brokenTitle: '页面出现异常',
  brokenText: '已填写的内容不会丢失。请刷新页面；如仍出现，请联系管理员。',
  account: '账号',
  showText: '显示',
  hideText: '隐藏',
  limitTitle: '办理期限',
  limit: (title: string, time: string) => `${title}：${time} 截止`,
};

type FrameWords = typeof zh;

const en: FrameWords = {
  menu: 'Menu',
  openMenu: 'Open menu',
  home: 'Home',
  notices: 'Notices',
  noNotices: 'No notices. Results and returned applications will appear here',
  changePassword: 'Change password',
  refresh: 'Reload',
  logout: 'Log out',
  keys: 'Keys',
  keysHint: 'Press ? to open or close this list',
  close: 'Close',
  cancel: 'Cancel',
  confirm: 'OK',
  skip: 'Skip to content',
  loading: 'Loading…',
  retry: 'Try again',
  loginAgain: 'Log in again',
  brokenTitle: 'Something went wrong',
  brokenText:
    'Nothing that you filled in is lost. Please reload; if it happens again, tell your administrator.',
  account: 'Account',
  showText: 'Show',
  hideText: 'Hide',
  limitTitle: 'Time limit',
  limit: (title, time) => `${title}: until ${time}`,
};

export const frameWords: Words<FrameWords> = { 'zh-CN': zh, en };

/** The desks that stand at the end of every menu: by themselves, because every desk draws them. */
const managementZh = {
  management: '管理',
  accounts: '用户管理',
  cycle: '申报时间',
  replays: '重放',
  audit: '审计记录',
  jobs: '后台任务',
};

const managementEn: typeof managementZh = {
  management: 'Management',
  accounts: 'Users',
  cycle: 'Opening times',
  replays: 'Replay',
  audit: 'Audit trail',
  jobs: 'Background jobs',
};

export const managementWords: Words<typeof managementZh> = {
  'zh-CN': managementZh,
  en: managementEn,
};
