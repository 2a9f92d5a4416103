import type { Words } from '../locale.tsx';

const zh = {
  add: '添加设置',
  does: '可以调什么',
  doesHint:
    '例如“文字大小”：打印时可以把这一块的字调大或调小；“空行的行数”：在填写的各行后面留出空行，供手写。',
  doings: { letters: '文字大小（磅）', lines: '行距（倍）', rows: '空行的行数' },
  where: '对哪一块起作用',
  whole: '整张打印表',
  fields: { title: '设置的名称', minimum: '最小', maximum: '最大', preset: '初始值（可以不填）' },
  presetHint: '没有人调过时用这个值；不填，就跟整张打印表一样。',
  wrong: {
    title: '请填写名称',
    minimum: '请填写数字',
    maximum: '请填写数字，不小于最小值',
    preset: '请填写最小值与最大值之间的数字，或者不填',
  },
  unchanged: '还没有改动',
  edit: '修改',
  editOf: (title: string) => `修改设置“${title}”`,
  remove: '去掉',
  removeOf: (title: string) => `去掉设置“${title}”`,
  removeHint: '打印时不再能调；有初始值的，今后一律按初始值打印。已经调过的不再起作用。',
  group: '归在哪一组',
  newGroup: '新的一组',
  groupTitle: '这一组的名称',
  renameGroup: (title: string) => `改名：“${title}”这一组`,
  rename: '改名',
  dissolve: '不再分组',
  ungroup: (title: string) => `不再分组：“${title}”`,
  ungroupHint: '其中的设置还在，今后列在“整张打印表”里。',
  fitted: '这张打印表自动排到一张纸内：字号和空行由排版决定，这里不能添加设置。',
};

type SettingWords = typeof zh;

const en: SettingWords = {
  add: 'Add a setting',
  does: 'What can be set',
  doesHint:
    'Such as the size of letters: who prints may make those of a block larger or smaller; or empty rows behind the records, to write in by hand.',
  doings: { letters: 'Size of letters (points)', lines: 'Height of lines', rows: 'Empty rows' },
  where: 'On which block it acts',
  whole: 'The whole sheet',
  fields: { title: 'Name', minimum: 'Least', maximum: 'Most', preset: 'At first (may stay empty)' },
  presetHint: 'Holds where nobody has set it; empty: as the whole sheet is.',
  wrong: {
    title: 'Give it a name',
    minimum: 'Enter a number',
    maximum: 'Enter a number, no less than the least',
    preset: 'Enter a number between the least and the most, or nothing',
  },
  unchanged: 'Nothing is another yet',
  edit: 'Change',
  editOf: (title) => `Change the setting “${title}”`,
  remove: 'Remove',
  removeOf: (title) => `Remove the setting “${title}”`,
  removeHint:
    'Nobody can set it any more; where it has a value at first, that holds from now on. What was set until now no longer counts.',
  group: 'In which group',
  newGroup: 'A new group',
  groupTitle: 'Name of the group',
  renameGroup: (title) => `Rename the group “${title}”`,
  rename: 'Rename',
  dissolve: 'Dissolve',
  ungroup: (title) => `Dissolve the group “${title}”`,
  ungroupHint: 'Its settings stay, and are listed with those of the whole sheet.',
  fitted:
    'This sheet is made to fit: letters and empty rows follow from that, and no setting can be added here.',
};

export const settingWords: Words<SettingWords> = { 'zh-CN': zh, en };
