/** Blocks of a sheet moved and hidden, columns of its tables chosen, its template edited: made, read, found again, taken back. */
import { describe, expect, it } from 'vitest';
import {
  apply,
  blocksOf,
  type Change,
  diff,
  invert,
  sentence,
  tablesOf,
  templateEdit,
} from '#core/change/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { bytesOf, FOLDERS, filesOf, made, sheetProblems, textOf } from './folders.ts';

/** What is printed with examples is no matter here, and they are most of a folder. */
const withoutCases = async (folder: string): Promise<SourceFile[]> =>
  (await filesOf(folder)).filter(({ path }) => !/(^|\/)cases\/|^manifest\.json$/.test(path));
const titles = await withoutCases(FOLDERS.titles);
const garden = await withoutCases(FOLDERS.garden);
const FORM = '2026/sheets/review-form/template.hbs';
const NOTICE = '2026/sheets/publicity-sheet/template.hbs';
const CARD = '2026H2/sheets/card/template.hbs';
const CARD_IN_CHINESE = '2026H2/sheets/card/template.zh-CN.hbs';
const form = { sheet: 'review-form', cycle: '2026' };
const notice = { sheet: 'publicity-sheet', cycle: '2026' };

/** Makes a change, finds it again, and takes it back. */
function whole(files: readonly SourceFile[], change: Change): readonly SourceFile[] {
  const done = made(files, change);
  expect(diff(files, done.files)).toEqual([change]);
  const back = made(done.files, invert(change, done.effects)).files;
  expect(bytesOf(back)).toEqual(bytesOf(files));
  expect(sheetProblems(done.files)).toEqual([]);
  return done.files;
}

describe('a block', () => {
  it('is what stands beside others, named by what is read first; rows that are woven together are none', () => {
    const blocks = blocksOf(textOf(titles, FORM));
    const own = blocks.filter(({ level }) => level === 0).map(({ key }) => key);
    expect(own.slice(0, 4)).toEqual(['重庆市职称申报评审表', '申报人基本情况', '学习培训经历', '工作经历']);
    expect(own).toHaveLength(15);
    expect(blocks.some(({ key }) => key === '毕业时间')).toBe(false);
    expect(new Set(blocks.map(({ key }) => key)).size).toBe(blocks.length);
  });

  it('moves behind another and to the front, in every language of the sheet', () => {
    const after = { kind: 'moveBlock', ...form, block: '学习培训经历', after: '查档情况' };
    const files = whole(titles, after);
    const text = textOf(files, FORM);
    expect(text.indexOf('学习培训经历')).toBeGreaterThan(text.indexOf('查档情况'));
    expect(text.length).toBe(textOf(titles, FORM).length);
    expect(sentence(after, titles, 'zh-CN')).toBe(
      '重庆市职称申报评审表：「学习培训经历」移到「查档情况」之后',
    );
    const [, second] = blocksOf(textOf(garden, CARD));
    const first = {
      kind: 'moveBlock',
      sheet: 'card',
      cycle: '2026H2',
      block: second?.key ?? '',
      after: null,
    };
    const moved = made(garden, first);
    expect(new Set(moved.effects.map(({ file }) => file))).toEqual(new Set([CARD, CARD_IN_CHINESE]));
    const chinese = blocksOf(textOf(moved.files, CARD_IN_CHINESE)).map(({ key }) => key);
    expect(chinese[1]).toBe(blocksOf(textOf(garden, CARD_IN_CHINESE))[0]?.key);
  });

  it('is hidden and shown again, and prints nothing meanwhile', () => {
    const hide = { kind: 'hideBlock', ...form, block: '工作经历' };
    const hidden = whole(titles, hide);
    const block = blocksOf(textOf(hidden, FORM)).find(({ key }) => key === '工作经历');
    expect(block?.isHidden).toBe(true);
    const shown = whole(hidden, { ...hide, kind: 'showBlock' });
    expect(bytesOf(shown)).toEqual(bytesOf(titles));
    const again = apply(hidden, hide);
    expect('problem' in again && again.problem.code).toBe('nothing');
  });

  it('is refused by name where it is not there', () => {
    const refused = apply(titles, { kind: 'moveBlock', ...form, block: '没有这块', after: null });
    expect('problem' in refused && refused.problem.message).toBe('打印表中没有「没有这块」这一块');
  });
});

describe('the columns of a table', () => {
  const study = tablesOf(textOf(titles, FORM)).find(({ key }) => key === '学习培训经历');

  it('are what a line of it prints, under their headings', () => {
    expect(study?.section).toBe('study');
    expect(study?.columns.map(({ key, title }) => `${key} ${title}`)).toEqual([
      'period 起止时间',
      'content 专业或主要内容',
      'place 学习地点',
      'certNo 证书号',
    ]);
  });

  it('are fewer and stand otherwise; lines over all of them and empty ones follow', () => {
    const change = {
      kind: 'chooseColumns',
      ...form,
      table: '学习培训经历',
      columns: ['period', 'place', 'content'],
    };
    const text = textOf(whole(titles, change), FORM);
    expect(text).toContain(
      '<tr class="title"><th colspan="3">学习培训经历</th></tr><tr><th>起止时间</th><th>学习地点</th><th>专业或主要内容</th></tr>',
    );
    expect(text).toContain('<td class="c nowrap">{{period}}</td><td>{{place}}</td><td>{{content}}</td></tr>');
    expect(text).toContain(
      '{{#repeat ../settings.studyBlank}}<tr><td></td><td></td><td></td></tr>{{/repeat}}',
    );
    expect(sentence(change, titles, 'zh-CN')).toContain(
      '「学习培训经历」的列改为起止时间、学习地点、专业或主要内容',
    );
  });

  it('share the tracks of a sheet that is made to fit, none lost', () => {
    const change = {
      kind: 'chooseColumns',
      ...notice,
      table: '学习培训经历',
      columns: ['content', 'period'],
    };
    const files = whole(titles, change);
    const table = tablesOf(textOf(files, NOTICE)).find(({ key }) => key === '学习培训经历');
    const spans = table?.lines.record.parts.map(({ head }) => Number(/colspan="(\d+)"/.exec(head)?.[1]));
    expect(spans?.reduce((all, one) => all + one, 0)).toBe(20);
  });

  it('are one more: a field of the section with its title', () => {
    const without = { kind: 'chooseColumns', ...form, table: '学习培训经历', columns: ['period', 'content'] };
    const files = made(titles, without).files;
    const more = { ...without, columns: ['period', 'place', 'content'] };
    const text = textOf(whole(files, more), FORM);
    expect(text).toContain('<td>{{place}}</td>');
    expect(text).toContain('<th colspan="3">学习培训经历</th>');
  });

  it.each([
    [['period', 'nothing'], 'absent'],
    [['period', 'period'], 'no-table'],
  ])('%j is refused', (columns, code) => {
    const refused = apply(titles, { kind: 'chooseColumns', ...form, table: '学习培训经历', columns });
    expect('problem' in refused && refused.problem.code).toBe(code);
  });
});

describe('a template', () => {
  const before = textOf(titles, FORM);
  const after = before.replace('<p>{{cycle.year}} 年度</p>', '<p>{{cycle.year}} 年</p>\n    <p>（新）</p>');

  it('is edited as the lines that differ', () => {
    const edit = templateEdit(before, after);
    expect(edit?.was).toBe('    <p>{{cycle.year}} 年度</p>');
    const change = { kind: 'editTemplate', ...form, ...edit };
    const files = whole(titles, change);
    expect(textOf(files, FORM)).toBe(after);
    expect(sentence(change, titles, 'zh-CN')).toBe('重庆市职称申报评审表：模板自第5行起有修改');
  });

  it('keeps what somebody else changes elsewhere in it', () => {
    const other = { kind: 'editSentence', ...form, find: '批准机关意见', text: '批准单位意见' };
    const change = { kind: 'editTemplate', ...form, ...templateEdit(before, after) };
    const files = made(made(titles, other).files, change).files;
    expect(textOf(files, FORM)).toBe(after.replace('批准机关意见', '批准单位意见'));
  });

  it('is refused where somebody else has changed the same stretch', () => {
    const edit = templateEdit(before, after);
    const files = made(titles, { kind: 'editTemplate', ...form, ...edit }).files;
    const again = apply(files, { kind: 'editTemplate', ...form, ...edit });
    expect('problem' in again && again.problem.code).toBe('no-stretch');
  });
});
