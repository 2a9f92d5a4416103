import type { Words } from './locale.tsx';

const zh = {
  offline: '网络已断开，请检查网络后重试',
  unexpected: '页面出现异常，请刷新后重试',
  loginAgain: '登录已过期，请重新登录',
  forbidden: '您没有进行此操作的权限',
  notFound: '没有找到，可能已被删除或您无权查看',
  conflict: '内容已在别处修改，请刷新后再试',
  tooLarge: '内容超出大小限制',
  tooOften: '操作过于频繁，请稍后再试',
  serverFault: '系统繁忙，请稍后再试',
  refused: '操作未被接受，请检查后重试',
  requestNumber: (id: string) => `（请求编号 ${id}）`,
};

export type ApiWords = typeof zh;

const en: ApiWords = {
  offline: 'No connection. Check your network and try again',
  unexpected: 'Something went wrong on this page. Reload and try again',
  loginAgain: 'Your session has ended. Please log in again',
  forbidden: 'You may not do this',
  notFound: 'Not found. It may have been deleted, or is not yours to see',
  conflict: 'This was changed elsewhere. Reload and try again',
  tooLarge: 'Too large',
  tooOften: 'Too many attempts. Please wait a moment',
  serverFault: 'The service is busy. Please try again shortly',
  refused: 'This was not accepted. Please check and try again',
  requestNumber: (id) => ` (request ${id})`,
};

export const apiWords: Words<ApiWords> = { 'zh-CN': zh, en };
