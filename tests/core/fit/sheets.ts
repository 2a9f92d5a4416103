import fc from 'fast-check';
import type { FittedSheet } from '#core/fit/index.ts';
import { escapeHtml } from '#core/json/index.ts';
import type { JsonObject } from '#core/model/index.ts';

/** Three tables side by side on an A3 sheet: texts of rows, and how many of them are headings. */
export type Tables = { texts: string[][] }[];

export const SHEET: FittedSheet = {
  id: 'sheet',
  title: '表',
  paper: { size: 'A3', orientation: 'landscape', margin: '8mm' },
  formats: ['pdf'],
  pages: 1,
  template: '',
  css: '',
  settings: {
    fontSize: { type: 'number', minimum: 5.5, maximum: 12 },
    blank: { type: 'integer', minimum: 0, maximum: 40 },
  },
  fit: { fontSize: 'fontSize', rowPadding: [0.5, 3], columns: [3, 2, 5], head: 9, blankRows: ['blank'] },
};

/** The same with widths that are chosen. */
export const OPEN: FittedSheet = {
  ...SHEET,
  fit: {
    ...SHEET.fit,
    columns: [
      [25, 32],
      [15, 25],
      [50, 55],
    ],
  },
};

/** The body of the sheet, its third table with empty rows. */
export const bodyOf =
  (tables: Tables) =>
  (settings: JsonObject): string =>
    `<div class="fit-head"><h1>表</h1></div><div class="fit">${tables
      .map(({ texts }, index) => tableOf(texts, index === 2 ? Number(settings.blank) : 0))
      .join('')}</div>`;

function tableOf(texts: string[][], blank: number): string {
  const columns = Math.max(...texts.map((row) => row.length), 1);
  const row = (cells: string[]): string => {
    const [first = '', ...rest] = cells;
    const span = columns - rest.length;
    return `<tr><td colspan="${span}">${escapeHtml(first)}</td>${rest.map((text) => `<td>${escapeHtml(text)}</td>`).join('')}</tr>`;
  };
  const heading = `<tr class="block"><th colspan="${columns}">论文（2026 年）</th></tr>`;
  const empty = `<tr class="blank"><td colspan="${columns}">　</td></tr>`.repeat(blank);
  return `<table><colgroup>${'<col>'.repeat(columns)}</colgroup><tbody>${heading}${texts.map(row).join('')}${empty}</tbody></table>`;
}

const HAN = [...'临床医学外科心血管介入诊疗技术研究重庆市人民医院主任参与课题获奖论文护理质量'];
const SIGNS = [...'，。、；：！？（）《》“”…—·％【】'];
const ASCII = [...'abcdefgXYZ0123456789.,-/()%:+"', ' ', '　'];

/** Blanks that hold together, marks without a width, a sign with a variant, a blank at which a line may end. */
const RARE = ['\u00a0', '\u2060', '\u200b', '葛\u{e0100}', 'é', '½'];

const letter = fc.oneof(
  { weight: 14, arbitrary: fc.constantFrom(...HAN) },
  { weight: 2, arbitrary: fc.constantFrom(...SIGNS) },
  { weight: 4, arbitrary: fc.constantFrom(...ASCII) },
  { weight: 1, arbitrary: fc.constantFrom(...RARE) },
);
/** As long as it may be, or down to nothing. */
const text = (most: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(letter, { minLength: most, maxLength: most }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([letters, share]) =>
      letters
        .slice(0, Math.round(most * share))
        .join('')
        .replace(/^ +| +$/g, ''),
    );

/** Tables of few and of many rows, with short and with long texts: from nearly empty to far too long. */
export const tables: fc.Arbitrary<Tables> = fc
  .record({
    longest: fc.integer({ min: 4, max: 200 }),
    width: fc.integer({ min: 2, max: 7 }),
    rows: fc.integer({ min: 3, max: 34 }),
  })
  .chain(({ longest, width, rows }) => {
    const row = fc.array(text(longest), { minLength: width, maxLength: width });
    const table = fc.array(row, { minLength: rows, maxLength: rows });
    return fc.tuple(table, table, table).map((all) => all.map((texts) => ({ texts })));
  });
