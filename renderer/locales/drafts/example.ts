import type { Words } from '../locale.tsx';

const zh = {
  make: '做成用例',
  makeOf: (name: string) => `把${name}的申报做成用例`,
  title: '由申报生成的用例',
  hint: '姓名、证件、数字、日期和文字都换成了生成的内容，只保留从列表中选的选项。请看过再保存，保存后成为草稿的一项修改。',
  groups: { application: '填写的内容', applicant: '申报人', unit: '所在单位' },
  blocked: '这个用例会被拦下',
  passes: '这个用例不会被拦下',
  agrees: '与原来的申报结论相同。',
  differs: '与原来的申报结论不同：换掉的内容正是规则所看的。仍可保存，以这里的结论为准。',
  nameLabel: '用例名称（不要写姓名）',
  name: (cause: string) => `由申报生成：${cause}`,
  keep: '保存为用例',
  close: '不保存',
  kept: '已作为一项修改加入草稿',
};

type ExampleWords = typeof zh;

const en: ExampleWords = {
  make: 'Make a case of it',
  makeOf: (name) => `Make a case of the application of ${name}`,
  title: 'A case out of an application',
  hint: 'Names, numbers, dates and texts are generated ones; only what was chosen from lists stays. Look through it before it is saved: it becomes a change of the draft.',
  groups: { application: 'What is filled in', applicant: 'Applicant', unit: 'Organisation' },
  blocked: 'This case is blocked',
  passes: 'This case is not blocked',
  agrees: 'As the application is.',
  differs:
    'The application is not: what was replaced is what the rule looks at. It can be saved all the same, with this outcome.',
  nameLabel: 'Name of the case (no person’s name)',
  name: (cause) => `Out of an application: ${cause}`,
  keep: 'Save as a case',
  close: 'Do not save',
  kept: 'Added to the draft as a change',
};

/** The words of cases that are made out of applications, in Chinese and English. */
export const exampleWords: Words<ExampleWords> = { 'zh-CN': zh, en };
