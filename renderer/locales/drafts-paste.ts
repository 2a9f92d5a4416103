import type { Words } from './locale.tsx';

const zh = {
  area: '在这里粘贴从 Excel 或 WPS 复制的单元格',
  tooMany: (most: number) => `一次最多 ${most} 行，后面的没有读入，请分次粘贴。`,
  count: (lines: number, changes: number, refused: number) =>
    `共 ${lines} 行，将作 ${changes} 项修改${refused > 0 ? `，${refused} 行不能用` : ''}。`,
  refused: (why: string) => `不能用：${why}`,
  same: '不变',
  button: '从 Excel 粘贴',
  codesHint: '各列依次为：代码、名称、从哪天起、到哪天止（后两列可不填，日期如 2027-01-01）。',
  codeAdded: (code: string, title: string) => `增加 ${code} “${title}”`,
  codeRenamed: (title: string, other: string) => `“${title}”改为“${other}”`,
  codeEnded: (title: string, day: string) => `“${title}”用到 ${day} 为止`,
  titleMissing: '没有名称',
  itemsHint:
    '第一列是项目名称，第二列是单位；后面每列对应一个类别，有这一项的写“有”“是”或“√”。第一行须写列名。',
  itemAdded: (title: string, count: number) => `增加“${title}”，${count} 个类别`,
  itemMoved: (title: string, added: number, removed: number) =>
    `“${title}”：${added} 个类别加上，${removed} 个类别去掉`,
  noHeading: '第一行没有一列是类别的名称',
  noCategory: '没有一个类别打勾',
};

type PasteWords = typeof zh;

const en: PasteWords = {
  area: 'Paste cells of a spreadsheet here',
  tooMany: (most) => `At most ${most} lines at a time; the rest was not read. Paste in parts.`,
  count: (lines, changes, refused) =>
    `${lines} lines, ${changes} changes${refused > 0 ? `, ${refused} refused` : ''}.`,
  refused: (why) => `refused: ${why}`,
  same: 'unchanged',
  button: 'Paste from a spreadsheet',
  codesHint: 'In this order: code, title, from, until (the last two may be empty; days such as 2027-01-01).',
  codeAdded: (code, title) => `${code} “${title}” is added`,
  codeRenamed: (title, other) => `“${title}” becomes “${other}”`,
  codeEnded: (title, day) => `“${title}” ends with ${day}`,
  titleMissing: 'it has no title',
  itemsHint:
    'First the title, then the unit, then a column a category, with “yes”, “x” or “√” where it has the item. The first line names the columns.',
  itemAdded: (title, count) => `“${title}” is added to ${count} categories`,
  itemMoved: (title, added, removed) => `“${title}”: added to ${added} categories, taken out of ${removed}`,
  noHeading: 'no column of the first line is a category',
  noCategory: 'no category has it',
};

export const pasteWords: Words<PasteWords> = { 'zh-CN': zh, en };
