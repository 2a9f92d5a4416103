/** What people may set of a print: added with what it does, changed, grouped and taken away, in every language of the sheet. */
import { describe, expect, it } from 'vitest';
import { apply, type Change, diff, invert, sentence, settingStyles } from '#core/change/index.ts';
import type { SheetDefinition, SourceFile } from '#core/model/index.ts';
import { allMade, bytesOf, FOLDERS, filesOf, made, sheetProblems, textOf } from './folders.ts';

const withoutCases = async (folder: string): Promise<SourceFile[]> =>
  (await filesOf(folder)).filter(({ path }) => !/(^|\/)cases\/|^manifest\.json$/.test(path));
const titles = await withoutCases(FOLDERS.titles);
const garden = await withoutCases(FOLDERS.garden);
const form = { sheet: 'review-form', cycle: '2026' };
const card = { sheet: 'card', cycle: '2026H2' };
const FORM = '2026/sheets/review-form';
const CARD = '2026H2/sheets/card';

const templateOf = (files: readonly SourceFile[], sheet = FORM): string =>
  textOf(files, `${sheet}/template.hbs`);
const sheetOf = (files: readonly SourceFile[], sheet = FORM): SheetDefinition =>
  JSON.parse(textOf(files, `${sheet}/sheet.json`));

/** Makes a change, finds its files again from their difference, and takes it back; nothing is wrong afterwards. */
function whole(files: readonly SourceFile[], change: Change): readonly SourceFile[] {
  const done = made(files, change);
  expect(bytesOf(allMade(files, diff(files, done.files)))).toEqual(bytesOf(done.files));
  expect(bytesOf(made(done.files, invert(change, done.effects)).files)).toEqual(bytesOf(files));
  expect(sheetProblems(done.files)).toEqual(sheetProblems(files));
  return done.files;
}
const refusal = (files: readonly SourceFile[], change: Change) => {
  const applied = apply(files, change);
  return 'problem' in applied ? applied.problem : undefined;
};

const FONT = { type: 'number', title: '字体大小（磅）', minimum: 8, maximum: 14 };
const ROWS = { type: 'integer', title: '空白行数', minimum: 0, maximum: 20, preset: 2 };
const LETTERS: Change = {
  ...{ kind: 'addSetting', ...form, setting: 'archiveFont', element: FONT, group: 'archive', title: '查档' },
  acts: { block: '查档情况', property: 'font-size', unit: 'pt' },
};

describe('a setting that is added', () => {
  it('is the size of the letters of a block, in a group of its own', () => {
    const files = whole(titles, LETTERS);
    expect(sheetOf(files).settings?.archiveFont).toEqual(FONT);
    expect(sheetOf(files).settingGroups?.archive).toEqual({ title: '查档', settings: ['archiveFont'] });
    expect(templateOf(files)).toMatch(
      /\{\{#if (\.\.\/)?settings\.archiveFont\}\}font-size:\{\{(\.\.\/)?settings\.archiveFont\}\}pt\{\{\/if\}\}"/,
    );
    expect(sentence(LETTERS, titles, 'zh-CN')).toBe(
      '重庆市职称申报评审表：「查档情况」打印时可以设置「查档 · 字体大小（磅）」',
    );
  });

  it('is how many empty rows stand behind the records, in each language of the sheet', () => {
    const without = made(garden, { kind: 'removeSetting', ...card, setting: 'blankRows' }).files;
    const rows: Change = {
      ...{ kind: 'addSetting', ...card, setting: 'emptyRows', element: ROWS },
      acts: {},
    };
    const files = whole(without, rows);
    for (const name of ['template.hbs', 'template.zh-CN.hbs'])
      expect(textOf(files, `${CARD}/${name}`)).toMatch(
        /\{\{\/each\}\}\n\s+\{\{#repeat (\.\.\/)*settings\.emptyRows\}\}<tr>(<td( colspan="\d")?><\/td>)+<\/tr>\{\{\/repeat\}\}/,
      );
  });

  it('is of the whole sheet where no block is named, and always set where it has a value at first', () => {
    const change: Change = {
      ...{ kind: 'addSetting', ...form, setting: 'spacing', after: 'fontSize' },
      element: { type: 'number', title: '行距', minimum: 1, maximum: 3, preset: 1.4 },
      acts: { property: 'line-height' },
    };
    const files = whole(titles, change);
    expect(templateOf(files)).toContain(
      '<div class="form" style="font-size:{{settings.fontSize}}pt;--row:{{settings.rowHeight}}mm;line-height:{{settings.spacing}}">',
    );
    expect(Object.keys(sheetOf(files).settings ?? {}).slice(0, 2)).toEqual(['fontSize', 'spacing']);
  });

  it('is known by the style that it is the value of, which another may be as well', () => {
    expect(settingStyles(templateOf(titles))).toEqual([
      { property: 'font-size', setting: 'fontSize', unit: 'pt' },
      { property: '--row', setting: 'rowHeight', unit: 'mm' },
    ]);
  });

  it.each<[string, object, string]>([
    [
      'of a style that another decides there',
      { acts: { block: '学习培训经历', property: 'font-size', unit: 'pt' } },
      'setting-there',
    ],
    ['of empty rows that another decides there', { acts: { block: '学习培训经历' } }, 'setting-there'],
    ['of empty rows where no records are printed', { acts: { block: '查档情况' } }, 'no-room'],
    ['of a block that is not there', { acts: { block: '没有这块', property: 'color' } }, 'no-block'],
    ['of a name that is taken', { setting: 'fontSize' }, 'taken'],
    ['of a name that templates cannot read', { setting: 'a-b' }, 'no-name'],
    ['in a group that is not there and has no title', { group: 'nobody', title: undefined }, 'absent'],
    ['of something that is no style', { acts: { property: 'x:url(' } }, 'misfit'],
    ['on a sheet that is made to fit', { sheet: 'publicity-sheet' }, 'setting-fits'],
  ])('is refused %s', (_what, other, code) => {
    const { title, ...rest } = { ...LETTERS, ...other } as Change;
    expect(refusal(titles, { ...rest, ...(title !== undefined && { title }) })?.code).toBe(code);
  });
});

describe('a setting that is taken away', () => {
  const remove = (setting: string): Change => ({ kind: 'removeSetting', ...form, setting });

  it('leaves what holds for the whole sheet, where it was empty at first', () => {
    const files = whole(titles, remove('studyFont'));
    expect(templateOf(files)).toContain('<table class="block rows" style="{{#if ../settings.studyRow}}');
    expect(sheetOf(files).settingGroups?.study?.settings).toEqual(['studyRow', 'studyBlank']);
  });

  it('leaves its first value, as text or as a number of times', () => {
    const files = whole(titles, remove('fontSize'));
    expect(templateOf(files)).toContain('style="font-size:10.5pt;');
    expect(sentence(remove('fontSize'), titles, 'zh-CN')).toBe(
      '重庆市职称申报评审表：打印时不再设置「字体大小（磅）」，一律为10.5',
    );
    expect(templateOf(whole(titles, remove('committeePages')))).toContain('{{#repeat 1}}');
  });

  it('takes empty rows of which there are none at first away with their line, and a group that is empty then', () => {
    const files = whole(titles, remove('studyBlank'));
    expect(templateOf(files)).not.toContain('studyBlank');
    expect(templateOf(files)).toContain('{{/each}}\n  </tbody>');
    const last = sheetOf(titles).settingGroups?.opinion?.settings ?? [];
    expect(last).toHaveLength(1);
    const none = whole(titles, remove(last[0] ?? ''));
    expect(sheetOf(none).settingGroups?.opinion).toBeUndefined();
  });

  it('is refused where the sheet fits itself by it, or the template reads it in a way of its own', () => {
    const { fit } = sheetOf(titles, '2026/sheets/publicity-sheet');
    const fitted = { ...remove(fit?.fontSize ?? ''), sheet: 'publicity-sheet' };
    expect(refusal(titles, fitted)?.code).toBe('setting-fits');
    const edited = titles.map((file) =>
      file.path === `${FORM}/template.hbs`
        ? { ...file, text: `${file.text}<p>{{#if (eq settings.studyFont 9)}}x{{/if}}</p>` }
        : file,
    );
    const refused = refusal(edited, remove('studyFont'));
    expect([refused?.code, refused?.message]).toEqual([
      'setting-read',
      expect.stringContaining('eq settings.studyFont 9'),
    ]);
  });
});

describe('settings', () => {
  it('are called otherwise, and have a value at first or none', () => {
    const patch = { title: '字号', preset: 11 };
    const change: Change = { kind: 'changeSetting', ...form, setting: 'studyFont', patch };
    const files = whole(titles, change);
    expect(sheetOf(files).settings?.studyFont).toMatchObject({ ...patch, minimum: 8 });
    expect(sentence(change, titles, 'zh-CN')).toBe(
      '重庆市职称申报评审表：修改设置「学习培训经历 · 字体大小（磅）」：标题：字号；初始值：11',
    );
    const none = made(files, { ...change, patch: { preset: null } }).files;
    expect(sheetOf(none).settings?.studyFont).not.toHaveProperty('preset');
    expect(refusal(titles, { ...change, patch: { type: 'string' } })?.code).toBe('absent');
  });

  it('stand together under a title, and are taken from where they stood', () => {
    const order = ['fontSize', 'studyFont'];
    const change: Change = { kind: 'groupSettings', ...form, group: 'letters', title: '字号', order };
    const { settingGroups } = sheetOf(whole(titles, change));
    expect(settingGroups?.letters).toEqual({ title: '字号', settings: order });
    expect(settingGroups?.study?.settings).toEqual(['studyRow', 'studyBlank']);
    expect(sentence(change, titles, 'zh-CN')).toContain('归入「字号」');
  });

  it('stand in no group any more', () => {
    const change: Change = { kind: 'groupSettings', ...form, group: 'study', order: [] };
    expect(sheetOf(whole(titles, change)).settingGroups).not.toHaveProperty('study');
    expect(sentence(change, titles, 'zh-CN')).toBe(
      '重庆市职称申报评审表：「学习培训经历」的设置不再归为一组',
    );
    expect(refusal(titles, { ...change, group: 'nobody' })?.code).toBe('absent');
  });
});
