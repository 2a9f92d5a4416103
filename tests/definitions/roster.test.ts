import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import type { RosterDefinition } from '#core/model/index.ts';
import { openCase } from '#core/validate/index.ts';
import { type RosterCase, writeRoster } from '#server/print/index.ts';
import { byId, compile, loadEdition } from './edition.ts';

const { definition, ...loaded } = await loadEdition();
const edition = compile({ definition, ...loaded });
const known = byId(definition.rosters, 'review');

async function* inQueue(...ids: string[]): AsyncGenerator<RosterCase> {
  for (const id of ids) {
    const { application, facts } = openCase(edition, byId(definition.cases, id), definition.cases);
    yield {
      application,
      facts: { ...facts, case: { ...facts.case, enteredAt: '2026-05-08T10:00:00+08:00' } },
      edition,
    };
  }
}

/** The roster as Excel reads it: one record a line, by column title. */
async function linesOf(ids: string[], roster = known): Promise<Record<string, unknown>[]> {
  const stream = new PassThrough();
  const [bytes] = await Promise.all([buffer(stream), writeRoster(stream, edition, roster, inQueue(...ids))]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer as ExcelJS.Buffer);
  const rows = workbook.worksheets[0]?.getSheetValues().slice(1) ?? [];
  const [titles = [], ...lines] = (rows as unknown[][]).map((row) => row.slice(1));
  return lines.map((line) =>
    Object.fromEntries(titles.map((title, at) => [String(title), line[at] ?? null])),
  );
}

it('writes one line an application, codes as titles and the ID number masked', async () => {
  const [first, second] = await linesOf(['clinical-complete', 'tcm-pharmacist-complete']);
  expect(first).toMatchObject({
    所属区县: '渝中区',
    工作单位: '演示直属医院（测试）',
    单位类别: '综合医院',
    医院级别: '三级甲等',
    姓名: '测试甲',
    性别: '男',
    出生年月: '1980-01',
    证件号码: '5000**********0011',
    申报人员身份: '事业编制人员',
    最高学历: '大学本科',
    最高学位: '学士',
    现有职称: '主治医师',
    任现职年限: 8,
    申报职称: '副主任医师',
    申报职称专业方向: '内科',
    申报类别: '正常晋升',
    填报表格类别: '临床',
    考试方式: '参加考试',
    考试成绩: 72,
    一线医务人员: '否',
    进入当前环节时间: new Date('2026-05-08T00:00:00Z'),
  });
  expect(second).toMatchObject({ 姓名: '测试乙', 申报职称: '主任中药师', 考试方式: null, 考试成绩: null });
});

it('masks what reads a sensitive field, unless the column says that it shows it', async () => {
  const [line] = await linesOf(['clinical-complete']);
  expect(line?.联系电话).toMatch(/^1\d{3}\*{3}\d{4}$/);

  const number = { var: 'applicant.person.idNumber' };
  const columns: RosterDefinition['columns'] = [
    { title: 'plain', value: number },
    { title: 'part', value: { substr: [number, 6, 8] } },
    { title: 'as a number', value: { var: 'applicant.person.mobile' }, type: 'number' },
    { title: 'said so', value: { substr: [number, 6, 4] }, mask: false },
    { title: 'no secret', value: { var: 'applicant.person.name' } },
  ];
  expect(await linesOf(['clinical-complete'], { ...known, columns })).toEqual([
    {
      plain: '5000**********0011',
      part: '********',
      'as a number': line?.联系电话,
      'said so': '1980',
      'no secret': '测试甲',
    },
  ]);
});
