import type { Words } from './locale.tsx';

type At = (name: string, at: string) => string;

const zh = {
  area: '在这里粘贴从 Excel 或 WPS 复制的单元格',
  file: '或者选择一个 Excel 工作簿（.xlsx）',
  fileHint:
    '只读第一张显示的工作表，只在您的浏览器里读取，不上传。最大 5 MB、5 万个单元格；有公式、链接、宏的不读。',
  read: (name: string, sheet: string, lines: number) => `已读入“${name}”的工作表“${sheet}”，共 ${lines} 行。`,
  emptyFile: (name: string, sheet: string) => `“${name}”的工作表“${sheet}”里没有内容。`,
  save: '导出 Excel',
  exported: (lines: number) => `已导出 ${lines} 行`,
  tooMany: (most: number) => `一次最多粘贴 ${most} 行，后面的没有读入。请分次粘贴，或者选择工作簿。`,
  tooManyChanges: (most: number) => `一次最多作 ${most} 项修改，请分几次来。`,
  onlyChanged: '没有变化的行不列出。',
  count: (lines: number, changes: number, refused: number) =>
    `共 ${lines} 行，将作 ${changes} 项修改${refused > 0 ? `，${refused} 行不能用` : ''}。`,
  refused: (why: string) => `不能用：${why}`,
  same: '不变',
  button: '从 Excel 粘贴或读入',
  faults: {
    'too-large': (name) => `“${name}”超过 5 MB，没有读入。请删去图片和不用的工作表，或者分几个文件。`,
    'not-workbook': (name) =>
      `“${name}”不是 Excel 工作簿（.xlsx）。改了名的 CSV、文本和其他文件不能读，请用 Excel 或 WPS 打开后另存为 .xlsx。`,
    'old-format': (name) => `“${name}”是旧格式（.xls），请用 Excel 或 WPS 另存为 .xlsx 后再读入。`,
    encrypted: (name) => `“${name}”设有密码，请去掉密码后再读入。`,
    broken: (name, at) =>
      `“${name}”已损坏${at === '' ? '' : `（${at}）`}，没有读入。请用 Excel 或 WPS 打开并另存一次。`,
    'too-much': (name) => `“${name}”解开后太大（超过 100 MB 或文字过多），没有读入。`,
    'too-many-cells': (name) => `“${name}”的单元格超过 5 万个，没有读入。请只留下要用的行和列。`,
    'too-wide': (name, at) => `“${name}”的单元格 ${at} 在第 256 列以后，没有读入。请只留下要用的列。`,
    'too-long': (name, at) => `“${name}”的单元格 ${at} 文字过长，没有读入。`,
    formula: (name, at) => `“${name}”的单元格 ${at} 是公式，没有读入。请复制后“选择性粘贴”为数值。`,
    'error-cell': (name, at) => `“${name}”的单元格 ${at} 是错误值，没有读入。请改正后再读入。`,
    link: (name, at) => `“${name}”的 ${at} 有指向文件以外的链接，没有读入。请取消超链接或断开外部连接。`,
    macros: (name, at) => `“${name}”带有宏或控件（${at}），没有读入。请另存为不带宏的 .xlsx。`,
    embedded: (name, at) => `“${name}”里嵌有别的文件（${at}），没有读入。请删去嵌入的对象。`,
    'too-slow': (name) => `“${name}”读取超过 20 秒，已停止。请只留下要用的行和列。`,
  } satisfies Record<string, At> as Record<WorkbookFault, At>,
  codesHint:
    '各列依次为：代码、名称、开始日期、结束日期、接替代码（后三列可不填，日期如 2027-01-01）。有列名的，空格表示没有；没有写到的代码不变。',
  codeHeadings: ['代码', '名称', '开始日期', '结束日期', '接替代码'],
  codeAdded: (code: string, title: string) => `增加 ${code} “${title}”`,
  codeRenamed: (title: string, other: string) => `“${title}”改为“${other}”`,
  codeEnded: (title: string, day: string) => `“${title}”用到 ${day} 为止`,
  codeChanged: (title: string) => `“${title}”的日期或接替代码有变化`,
  codeFaults: {
    missing: '没有名称',
    wrongCode: '代码只能用字母、数字、点、横线和下划线',
    takenCode: '这个代码已经有了',
    noDate: '日期不对，应如 2027-12-31',
  },
  noSuccessor: (code: string) => `没有接替代码“${code}”`,
  titleMissing: '没有名称',
  twice: '前面已经有了',
  itemsHint:
    '第一列是项目名称，第二列是单位；后面每列对应一个类别，有这一项的写“有”“是”或“√”。第一行须写列名；最后一列是编号，改名称或单位时须保留。',
  itemHeadings: { title: '项目', unit: '单位', id: '编号（请勿修改）' },
  yes: '有',
  itemAdded: (title: string, count: number) => `增加“${title}”，${count} 个类别`,
  itemMoved: (title: string, added: number, removed: number) =>
    `“${title}”：${added} 个类别加上，${removed} 个类别去掉`,
  itemRenamed: (title: string, other: string) => `“${title}”改为“${other}”`,
  noHeading: '第一行没有一列是类别的名称',
  noCategory: '没有一个类别打勾',
  unknownId: (id: string) => `没有编号“${id}”`,
  textsHint:
    '导出的表有三列：位置、文字、编号；改第二列，再读入。粘贴两列的，第一列是现在的文字，第二列是新的文字。导出的是下面查找到的文字。',
  textsTitle: '文字',
  textHeadings: ['位置', '文字', '编号（请勿修改）'],
  textChanged: (text: string, other: string) => `“${text}”改为“${other}”`,
  textMissing: '新的文字是空的',
  unknownText: '没有这段文字',
  manyTexts: (count: number) => `这段文字有 ${count} 处，请用导出的表修改`,
};

/** Why a file is not read as a workbook: each has its sentence. */
export type WorkbookFault =
  | 'too-large'
  | 'not-workbook'
  | 'old-format'
  | 'encrypted'
  | 'broken'
  | 'too-much'
  | 'too-many-cells'
  | 'too-wide'
  | 'too-long'
  | 'formula'
  | 'error-cell'
  | 'link'
  | 'macros'
  | 'embedded'
  | 'too-slow';

export type PasteWords = typeof zh;

const en: PasteWords = {
  area: 'Paste cells of a spreadsheet here',
  file: 'Or choose a workbook (.xlsx)',
  fileHint:
    'The first worksheet that is shown, read in your browser; nothing is uploaded. At most 5 MB and 50,000 cells; no formulas, links or macros.',
  read: (name, sheet, lines) => `${lines} lines of the worksheet “${sheet}” in “${name}”.`,
  emptyFile: (name, sheet) => `The worksheet “${sheet}” in “${name}” is empty.`,
  save: 'Export to Excel',
  exported: (lines) => `${lines} lines were exported`,
  tooMany: (most) =>
    `At most ${most} lines are pasted at a time; the rest was not read. Paste in parts, or choose a workbook.`,
  tooManyChanges: (most) => `At most ${most} changes are made at a time. Make them in parts.`,
  onlyChanged: 'Lines that change nothing are left out.',
  count: (lines, changes, refused) =>
    `${lines} lines, ${changes} changes${refused > 0 ? `, ${refused} refused` : ''}.`,
  refused: (why) => `refused: ${why}`,
  same: 'unchanged',
  button: 'Paste or read a spreadsheet',
  faults: {
    'too-large': (name) => `“${name}” is larger than 5 MB. Take out pictures and other worksheets.`,
    'not-workbook': (name) =>
      `“${name}” is no workbook (.xlsx). A renamed CSV is none either: save it as .xlsx with a spreadsheet program.`,
    'old-format': (name) => `“${name}” is of the old format (.xls). Save it as .xlsx.`,
    encrypted: (name) => `“${name}” has a password. Take it away first.`,
    broken: (name, at) =>
      `“${name}” is damaged${at === '' ? '' : ` (${at})`}. Open it and save it once more.`,
    'too-much': (name) => `“${name}” is too large when it is unpacked (100 MB).`,
    'too-many-cells': (name) => `“${name}” has more than 50,000 cells. Leave only what is needed.`,
    'too-wide': (name, at) => `Cell ${at} of “${name}” stands behind the 256th column.`,
    'too-long': (name, at) => `Cell ${at} of “${name}” is too long.`,
    formula: (name, at) => `Cell ${at} of “${name}” is a formula. Paste its value in its place.`,
    'error-cell': (name, at) => `Cell ${at} of “${name}” is an error.`,
    link: (name, at) => `${at} of “${name}” leads out of the file. Take the link away.`,
    macros: (name, at) => `“${name}” has macros or controls (${at}). Save it without them.`,
    embedded: (name, at) => `“${name}” holds another file (${at}). Take it out.`,
    'too-slow': (name) => `Reading “${name}” took longer than 20 seconds and was ended.`,
  },
  codesHint:
    'In this order: code, title, from, until, successor (the last three may be empty; days such as 2027-01-01). Below headings an empty cell means none. Codes that are not named stay.',
  codeHeadings: ['Code', 'Title', 'From', 'Until', 'Successor'],
  codeAdded: (code, title) => `${code} “${title}” is added`,
  codeRenamed: (title, other) => `“${title}” becomes “${other}”`,
  codeEnded: (title, day) => `“${title}” ends with ${day}`,
  codeChanged: (title) => `other days or another successor for “${title}”`,
  codeFaults: {
    missing: 'it has no title',
    wrongCode: 'letters, digits, dots, dashes and underscores',
    takenCode: 'there is such a code already',
    noDate: 'no day such as 2027-12-31',
  },
  noSuccessor: (code) => `there is no code “${code}” to follow it`,
  titleMissing: 'it has no title',
  twice: 'it stands above already',
  itemsHint:
    'First the title, then the unit, then a column a category, with “yes”, “x” or “√” where it has the item. The first line names the columns; the last column is the id, which another title or unit needs.',
  itemHeadings: { title: 'Item', unit: 'Unit', id: 'Id (do not change)' },
  yes: 'yes',
  itemAdded: (title, count) => `“${title}” is added to ${count} categories`,
  itemMoved: (title, added, removed) => `“${title}”: added to ${added} categories, taken out of ${removed}`,
  itemRenamed: (title, other) => `“${title}” becomes “${other}”`,
  noHeading: 'no column of the first line is a category',
  noCategory: 'no category has it',
  unknownId: (id) => `there is no id “${id}”`,
  textsHint:
    'An exported table has the place, the text and its id: change the second column and read it again. Of two columns the first is the text as it is, the second the new one. What was found below is exported.',
  textsTitle: 'Texts',
  textHeadings: ['Place', 'Text', 'Id (do not change)'],
  textChanged: (text, other) => `“${text}” becomes “${other}”`,
  textMissing: 'the new text is empty',
  unknownText: 'there is no such text',
  manyTexts: (count) => `this text stands in ${count} places: change it in an exported table`,
};

export const pasteWords: Words<PasteWords> = { 'zh-CN': zh, en };
