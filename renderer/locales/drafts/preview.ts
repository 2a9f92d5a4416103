import type { Words } from '../locale.tsx';

const zh = {
  preview: '预览',
  show: '打开预览',
  close: '关闭预览',
  form: '预览哪个类别',
  sample: '预览用哪份内容',
  empty: '空白的',
  width: '预览的宽度',
  desk: '电脑',
  phone: '手机',
  makeCase: '把这样填的做成用例',
  makeCaseOf: (form: string) => `把预览里填的“${form}”做成用例`,
  kept: '用例记下的是按下按钮时预览里的内容；之后再改预览，请取消后重新做。',
  keptFiles: '证明材料都算已经上传',
  broken: '有问题没有解决，暂时不能预览。请看上方列出的问题。',
  still: '仍在检查',
  findings: '问题',
  noFindings: '没有问题',
  failing: '不符合预期的用例',
  goTo: '去修改',
  published: (cycle: string) => `${cycle} 已发布`,
};

type DraftPreviewWords = typeof zh;

const en: DraftPreviewWords = {
  preview: 'Preview',
  show: 'Show the preview',
  close: 'Close the preview',
  form: 'Which form',
  sample: 'With which answers',
  empty: 'empty',
  width: 'How wide',
  desk: 'Desk',
  phone: 'Phone',
  makeCase: 'Make a case of this',
  makeCaseOf: (form) => `A case of “${form}” as it is filled in`,
  kept: 'The case has what was filled in when the button was pressed. After changing it, cancel and press again.',
  keptFiles: 'All evidence counts as uploaded',
  broken: 'It cannot be shown before the problems above are solved.',
  still: 'still checking',
  findings: 'Problems',
  noFindings: 'No problems',
  failing: 'Cases that come out otherwise',
  goTo: 'Change it',
  published: (cycle) => `${cycle} is published`,
};

export const draftPreviewWords: Words<DraftPreviewWords> = { 'zh-CN': zh, en };
