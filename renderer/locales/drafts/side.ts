import type { Words } from '../locale.tsx';

const zh = {
  title: '两个版本对照',
  compare: '对照',
  compareOf: (name: string) => `对照查看${name}的申报`,
  back: '返回这份草稿的重放',
  hint: '同一份申报，左边按它原来的版本，右边按重放时的草稿。这里只列表格和规则的文字，不显示填写的内容；每次打开都记入审计日志。',
  who: (name: string, category: string) => `${name}（${category}）`,
  state: (title: string) => `目前环节：${title}`,
  own: (cycle: string) => `原版本（${cycle}）`,
  draft: (cycle: string) => `草稿（${cycle}）`,
  problems: '被拦下的原因',
  problem: '原因',
  blocks: '拦下',
  passes: '不拦',
  noProblems: '两个版本都没有拦下它的原因。',
  effects: '别的变化',
  noEffects: '没有别的变化。',
  kinds: {
    aside: '填写的内容没有位置',
    stuck: '停在走不下去的环节',
    overflow: '打印表放不下',
    blank: '名册的这一列变空',
  },
  sheets: '打印表',
  sheet: '名称',
  shown: '按草稿打印',
  shows: { same: '内容相同', other: '内容不同', new: '草稿里新增', gone: '草稿里没有' },
  noSheets: '这张表没有打印表。',
};

type SideWords = typeof zh;

const en: SideWords = {
  title: 'Side by side',
  compare: 'Compare',
  compareOf: (name) => `Compare the application of ${name}`,
  back: 'Back to the replays of this draft',
  hint: 'One application: under its own edition on the left, under the draft as it was replayed on the right. Words of the form and of rules alone, nothing that was filled in; each time is in the audit trail.',
  who: (name, category) => `${name} (${category})`,
  state: (title) => `Stands at: ${title}`,
  own: (cycle) => `Own edition (${cycle})`,
  draft: (cycle) => `Draft (${cycle})`,
  problems: 'What blocks it',
  problem: 'Cause',
  blocks: 'blocks',
  passes: 'does not block',
  noProblems: 'Nothing blocks it under either.',
  effects: 'What else is otherwise',
  noEffects: 'Nothing else.',
  kinds: {
    aside: 'An answer has no place',
    stuck: 'Its state has no exit',
    overflow: 'The sheet does not fit',
    blank: 'The roster column goes blank',
  },
  sheets: 'Sheets',
  sheet: 'Sheet',
  shown: 'Under the draft',
  shows: { same: 'shows the same', other: 'shows something else', new: 'new', gone: 'gone' },
  noSheets: 'This form has no sheets.',
};

export const sideWords: Words<SideWords> = { 'zh-CN': zh, en };
