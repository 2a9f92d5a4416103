import type { Words } from './locale.tsx';

const zh = {
  hint: '页面是按样例打印出来的样子。点击页面上的一句话就可以修改；也可以在右边的列表里找到它。填报的内容不能在这里改。',
  none: '这个年度没有打印表',
  sheet: '打印表',
  paper: (size: string, orientation: string, margin: string) =>
    `${size} ${orientation}${margin === '' ? '' : ` · 页边距 ${margin}`}`,
  orientations: { portrait: '纵向', landscape: '横向' } as Record<string, string>,
  twoUp: '两页拼在一张大纸上',
  pages: (most: number) => `最多 ${most} 页`,
  search: '查找打印表上的话',
  sentences: '打印表上的每一句话',
  sentence: '这句话',
  noBraces: '不能写两个大括号',
  fill: '填写多少',
  fills: { least: '填得最少', typical: '一般', full: '填得最多' },
  example: '样例',
  noExample: '没有一个用例能打印这张表',
  page: (name: string) => `打印预览：${name}`,
  pdf: '打开 PDF',
};

type SheetWords = typeof zh;

const en: SheetWords = {
  hint: 'The page is printed with an example. Click a sentence of it to change it, or find it in the list. What is filled in is not changed here.',
  none: 'This cycle has no printed sheets',
  sheet: 'Sheet',
  paper: (size, orientation, margin) =>
    `${size} ${orientation}${margin === '' ? '' : ` · margins ${margin}`}`,
  orientations: { portrait: 'upright', landscape: 'across' },
  twoUp: 'two pages on a larger sheet',
  pages: (most) => `at most ${most} pages`,
  search: 'Find a sentence',
  sentences: 'Every sentence of the sheet',
  sentence: 'The sentence',
  noBraces: 'Two braces cannot stand in it',
  fill: 'How much is filled in',
  fills: { least: 'Least', typical: 'Typical', full: 'Most' },
  example: 'Example',
  noExample: 'No example prints this sheet',
  page: (name) => `As it is printed: ${name}`,
  pdf: 'Open the PDF',
};

export const sheetWords: Words<SheetWords> = { 'zh-CN': zh, en };
