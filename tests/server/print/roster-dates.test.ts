/** What a roster calls a date is one to Excel: it sorts, filters and counts as a day. */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { bareFacts } from '#core/evaluate/index.ts';
import type { Json, RosterDefinition } from '#core/model/index.ts';
import { type RosterCase, writeRoster } from '#server/print/index.ts';
import { reviewEdition } from '../../route/tiny-route.ts';

const edition = reviewEdition({ states: { first: {} } });
const column = (value: Json, type: 'date' | 'text' = 'date') => ({ title: 'Day', value, type });

async function cellOf(value: Json, type: 'date' | 'text' = 'date'): Promise<ExcelJS.Cell> {
  const roster: RosterDefinition = {
    id: 'r',
    title: 'R',
    route: 'review',
    queues: [],
    columns: [column(value, type)],
  };
  async function* cases(): AsyncGenerator<RosterCase> {
    const [category = ''] = Object.keys(edition.categories);
    yield {
      edition,
      facts: bareFacts(edition, '2026-05-01T09:00:00Z'),
      application: { category, sections: {}, files: [], strikes: [] },
    };
  }
  const stream = new PassThrough();
  const [bytes] = await Promise.all([buffer(stream), writeRoster(stream, edition, roster, cases())]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer as ExcelJS.Buffer);
  const cell = workbook.worksheets[0]?.getCell('A2');
  if (!cell) throw new Error('The roster has no line');
  return cell;
}

it.each([
  ['2026-05-08', '2026-05-08'],
  ['2024-02-29', '2024-02-29'],
  ['2026-05-08T23:30:00Z', '2026-05-09'],
])('writes %s as a day', async (text, day) => {
  const { value, numFmt } = await cellOf(text);
  expect(value).toEqual(new Date(`${day}T00:00:00Z`));
  expect(numFmt).toBe('yyyy-mm-dd');
});

it.each(['2026-05', '2026-02-30', 'none', '1850-01-01'])('leaves %s as it is', async (text) => {
  expect((await cellOf(text)).value).toBe(text);
});

it('leaves a date in a column of text as text', async () => {
  expect(await cellOf('2026-05-08', 'text')).toMatchObject({ value: '2026-05-08', numFmt: '@' });
});
