/** How numbers are written where they leave the engine: in a print by helpers, in Excel by its own formats. */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { lint } from '#core/lint/index.ts';
import type { RosterColumn } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { openCase } from '#core/validate/index.ts';
import { renderSheet, writeRoster } from '#server/print/index.ts';
import { at, base, editionOf } from '../../lint/base.ts';

/** The base programme with an amount of money, and a sheet of this template. */
function open(template: string) {
  const files = base();
  Object.assign(at(files, '2026/sections/plan.json', 'schema', 'properties'), {
    asked: { type: 'number', title: 'Asked', multipleOf: 0.01, number: '#,##0.00' },
    share: { type: 'number', title: 'Share', multipleOf: 0.001, number: '0.0%' },
  });
  Object.assign(at(files, '2026/cases/complete.json', 'sections', 'plan'), { asked: 12300.5, share: 0.355 });
  files['2026/sheets/form/template.hbs'] = template;
  const loaded = editionOf(files);
  expect(lint(loaded).filter(({ severity }) => severity === 'error')).toEqual([]);
  const edition = compileEdition(loaded.definition, { validators: ajvValidators(), routes: compileRoute });
  const [example] = edition.definition.cases;
  if (!example) throw new Error('the base has one case');
  return { edition, ...openCase(edition, example, []) };
}

function print(body: string): string {
  const { edition, application, facts } = open(`{{#with sections.plan.fields}}<p>${body}</p>{{/with}}`);
  return /<p>(.*)<\/p>/.exec(renderSheet(edition, application, facts, 'form'))?.[1] ?? '';
}

describe('a print', () => {
  it.each([
    ['{{asked}} {{share}}', '12,300.50 35.5%'],
    ['{{number asked "0"}} {{number share "0.000"}} {{number share "0%"}}', '12301 0.355 36%'],
    ['{{capital asked}}', '壹万贰仟叁佰元零伍角整'],
    ['{{number tool "0.00"}} {{capital tool}}', 'Saw Saw'],
    ['{{number (default asked "0") "#,##0.0"}}', '12,300.5'],
  ])('%s is %s', (body, text) => {
    expect(print(body)).toBe(text);
  });
});

async function cellOf(column: Omit<RosterColumn, 'title'>): Promise<ExcelJS.Cell> {
  const one = open('<p>{{sections.plan.fields.asked}}</p>');
  const roster = { id: 'r', title: 'R', route: 'loan', queues: [], columns: [{ title: 'N', ...column }] };
  const cases = async function* () {
    yield one;
  };
  const stream = new PassThrough();
  const [bytes] = await Promise.all([buffer(stream), writeRoster(stream, one.edition, roster, cases())]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer as ExcelJS.Buffer);
  const cell = workbook.worksheets[0]?.getCell('A2');
  if (!cell) throw new Error('The roster has no line');
  return cell;
}

describe('a roster', () => {
  const asked = { var: 'application.plan.asked' };
  it.each([
    [{ value: asked, type: 'number' as const }, 12300.5, '#,##0.00'],
    [{ value: asked, type: 'number' as const, number: '0' }, 12300.5, '0'],
    [{ value: { '*': [asked, 2] }, type: 'number' as const }, 24601, 'General'],
    [{ value: { '*': [asked, 2] }, type: 'number' as const, number: 'capital' }, 24601, '#,##0.00'],
    [{ value: { var: 'application.plan.share' }, type: 'number' as const }, 0.355, '0.0%'],
    [{ value: asked }, '12,300.50', '@'],
    [{ value: { '*': [asked, 2] }, number: 'capital' }, '贰万肆仟陆佰零壹元整', '@'],
  ])('%j is %j as %s', async (column, value, numFmt) => {
    const cell = await cellOf(column);
    expect([cell.value, cell.numFmt ?? 'General']).toEqual([value, numFmt]);
  });
});
