/** Workbooks in the page: written so that another program reads them, read so that no workbook does more than hold a table. */
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS, readWorkbook, writeWorkbook } from '#admin-ui/workbook/index.ts';
import { unzip, worksheet, type ZipPart, zip } from '../support/workbook.ts';

type Fill = (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void;

/** A workbook as another program writes it. */
async function madeByExcel(fill: Fill): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('表一'), book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const honest = await madeByExcel((sheet) => {
  sheet.addRow(['代码', '名称']);
  sheet.addRow(['a1', '第一']);
});

/** The files of an honest workbook with some others, or others in their place. */
function altered(...parts: ZipPart[]): Buffer {
  const known = [...unzip(honest)].map(([path, content]) => ({ path, content }));
  return zip([...known.filter(({ path }) => parts.every((part) => part.path !== path)), ...parts]);
}

const SHEET = 'xl/worksheets/sheet1.xml';
const sheetOf = (rows: string): ZipPart => ({
  path: SHEET,
  content: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
});
const inCell = (at: string, inner: string, type = 'inlineStr'): ZipPart =>
  sheetOf(`<row r="1"><c r="${at}" t="${type}">${inner}</c></row>`);

describe('a workbook of another program', () => {
  it('is read as a table of texts: days as days, numbers as they are, rich text whole', async () => {
    const bytes = await madeByExcel((sheet) => {
      sheet.addRow(['日期', '数', '字']);
      const row = sheet.addRow([
        new Date(Date.UTC(2027, 0, 31)),
        12.5,
        { richText: [{ text: '甲' }, { text: '乙' }] },
      ]);
      row.getCell(1).numFmt = 'yyyy"年"m"月"d"日"';
      sheet.addRow([null, '', ' 001 ']);
      sheet.addRow([]);
    });
    expect(await readWorkbook(bytes)).toEqual({
      sheet: '表一',
      lines: [
        ['日期', '数', '字'],
        ['2027-01-31', '12.5', '甲乙'],
        ['', '', '001'],
      ],
    });
  });

  it('is read at its first worksheet that is shown', async () => {
    const bytes = await madeByExcel((sheet, book) => {
      sheet.state = 'hidden';
      sheet.addRow(['藏']);
      book.addWorksheet('表二').addRow(['现']);
    });
    expect(await readWorkbook(bytes)).toEqual({ sheet: '表二', lines: [['现']] });
  });

  it('knows the days of workbooks that count from 1904', async () => {
    const bytes = await madeByExcel((sheet, book) => {
      book.properties.date1904 = true;
      sheet.addRow([new Date(Date.UTC(2027, 0, 31))]).getCell(1).numFmt = 'yyyy-mm-dd';
    });
    const read = await readWorkbook(bytes);
    const days = 'lines' in read ? read.lines : [];
    expect(days).toEqual([['2027-01-31']]);
  });
});

/** One thing that a table does not need, and what is said of it. */
const HOSTILE: [what: string, bytes: () => Buffer | Promise<Buffer>, refused: object][] = [
  [
    'a formula',
    () => madeByExcel((sheet) => void sheet.addRow(['a', { formula: '1+1', result: 2 }])),
    { fault: 'formula', at: 'B1' },
  ],
  [
    'a shared formula',
    () => altered(inCell('C7', '<f t="shared" si="0"/><v>1</v>', 'n')),
    { fault: 'formula', at: 'C7' },
  ],
  [
    'a link',
    () =>
      madeByExcel((sheet) => {
        sheet.getCell('B3').value = { text: '网站', hyperlink: 'https://example.test/' };
      }),
    { fault: 'link', at: 'B3' },
  ],
  [
    'another workbook that it reads',
    () => altered({ path: 'xl/externalLinks/externalLink1.xml', content: '<externalLink/>' }),
    { fault: 'link', at: 'xl/externalLinks/externalLink1.xml' },
  ],
  [
    'a connection',
    () => altered({ path: 'xl/connections.xml', content: '<connections/>' }),
    { fault: 'link', at: 'xl/connections.xml' },
  ],
  [
    'macros',
    () => altered({ path: 'xl/vbaProject.bin', content: 'code' }),
    { fault: 'macros', at: 'xl/vbaProject.bin' },
  ],
  [
    'the kind of a workbook with macros',
    () =>
      altered({
        path: '[Content_Types].xml',
        content:
          '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
      }),
    { fault: 'macros', at: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' },
  ],
  [
    'a file in it',
    () => altered({ path: 'xl/embeddings/oleObject1.bin', content: 'x' }),
    { fault: 'embedded', at: 'xl/embeddings/oleObject1.bin' },
  ],
  [
    'entities that grow',
    () =>
      altered({
        path: SHEET,
        content: '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>',
      }),
    { fault: 'broken', at: SHEET },
  ],
  [
    'an entity that nobody declared',
    () => altered(inCell('A1', '<is><t>&secret;</t></is>')),
    { fault: 'broken', at: SHEET },
  ],
  [
    'too many cells',
    () => altered(sheetOf('<row><c><v>1</v></c></row>'.repeat(LIMITS.cells + 1))),
    { fault: 'too-many-cells' },
  ],
  ['a cell far out', () => altered(inCell('XFD1', '<is><t>x</t></is>')), { fault: 'too-wide', at: 'XFD1' }],
  [
    'a cell without end',
    () => altered(inCell('A1', `<is><t>${'x'.repeat(LIMITS.letters + 1)}</t></is>`)),
    { fault: 'too-long', at: 'A1' },
  ],
  ['an error', () => altered(inCell('D4', '<v>#REF!</v>', 'e')), { fault: 'error-cell', at: 'D4' }],
  [
    'a text that there is not',
    () => altered(inCell('A1', '<v>99999</v>', 's')),
    { fault: 'broken', at: 'A1' },
  ],
  [
    'too much when unpacked',
    () => altered({ path: 'xl/media/image1.png', content: Buffer.alloc(LIMITS.unpackedBytes) }),
    { fault: 'too-much' },
  ],
  [
    'more than it says',
    () => altered({ ...sheetOf('<row/>'), content: Buffer.alloc(50_000_000, ' '), declared: 1000 }),
    { fault: 'broken', at: SHEET },
  ],
  [
    'the same file twice',
    () => zip([...unzip(honest), ...unzip(honest)].map(([path, content]) => ({ path, content }))),
    { fault: 'broken' },
  ],
  ['an encrypted file', () => altered({ ...sheetOf(''), flags: 1 }), { fault: 'encrypted' }],
  ['an encrypted workbook', () => ole('EncryptedPackage'), { fault: 'encrypted' }],
  ['a workbook of before 2007', () => ole('Workbook'), { fault: 'old-format' }],
  ['a renamed CSV', () => Buffer.from('代码,名称\na1,第一\n'), { fault: 'not-workbook' }],
  ['nothing', () => Buffer.alloc(0), { fault: 'not-workbook' }],
  [
    'another kind of document',
    () =>
      zip([
        { path: 'word/document.xml', content: '<document/>' },
        { path: '[Content_Types].xml', content: '<Types/>' },
      ]),
    { fault: 'not-workbook' },
  ],
  ['half of it', () => honest.subarray(0, honest.length / 2), { fault: 'broken' }],
  ['a file larger than is read', () => Buffer.alloc(LIMITS.bytes + 1), { fault: 'too-large' }],
];

/** A file of the kind that Office wrote before 2007, with a stream of this name. */
const ole = (stream: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')]);

describe('is refused where it holds', () => {
  it.each(HOSTILE)('%s', async (_what, bytes, refused) => {
    expect(await readWorkbook(await bytes())).toEqual({ refused });
  });

  it('anything that was changed on the way, or is read as it was', async () => {
    const whole = await readWorkbook(honest);
    const place = fc.record({ at: fc.nat(honest.length - 1), bit: fc.nat(7) });
    await fc.assert(
      fc.asyncProperty(place, async ({ at, bit }) => {
        const bytes = Buffer.from(honest);
        bytes.writeUInt8((bytes[at] ?? 0) ^ (1 << bit), at);
        const read = await readWorkbook(bytes);
        if (!('refused' in read)) expect(read).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a table that is written', () => {
  const table = {
    title: '代码表：专业/类别',
    headings: ['代码', '名称'],
    lines: [
      ['001', '=1+1'],
      ['510222197811053100', "'已有引号"],
      ['a&b', '<b>"两\n行"'],
      ['', '_x0041_'],
    ],
  };
  const bytes = async () => Buffer.from(await (await writeWorkbook(table)).arrayBuffer());

  it('is read by another program, every cell as text', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await bytes()) as never);
    const [sheet] = book.worksheets;
    expect(sheet?.name).toBe('代码表：专业 类别');
    expect(sheet?.getRow(1).values).toEqual([undefined, '代码', '名称']);
    expect(sheet?.getCell('A2').value).toBe('001');
    expect(sheet?.getCell('A2').numFmt).toBe('@');
    expect(sheet?.getCell('A3').value).toBe('510222197811053100');
    expect(sheet?.getCell('B4').value).toBe('<b>"两\n行"');
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  });

  it('begins no formula, not even as CSV', async () => {
    const cells = worksheet(await bytes()).flat();
    expect(cells.map(({ text }) => text)).toContain("'=1+1");
    expect(new Set(cells.map(({ type }) => type))).toEqual(new Set(['inlineStr', 'n']));
  });

  it('is read back as it was, whatever stands in it', async () => {
    const piece = fc.constantFrom('=', "'", '_x0041_', '&', '<', '>', '"', '甲', '\n', ' ', '1', '𠮷');
    const text = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join('').trim());
    const line = fc.tuple(text, text, text);
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
        const file = await writeWorkbook({ title: 't', headings: ['a', 'b', 'c'], lines });
        const read = await readWorkbook(new Uint8Array(await file.arrayBuffer()));
        const nonEmpty = lines.filter((cells) => cells.some((cell) => cell !== ''));
        expect(read).toEqual({ sheet: 't', lines: [['a', 'b', 'c'], ...nonEmpty] });
      }),
      { numRuns: 25 },
    );
  });
});
