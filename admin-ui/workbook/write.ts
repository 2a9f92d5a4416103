import { escapeHtml } from '#core/json/index.ts';
import { cellText, sheetName } from '#core/text/index.ts';
import { type ArchiveFile, crc32, openArchive } from '#core/zip/index.ts';

/** A table as it is exported: headings, and lines of texts below them. */
export type TableToWrite = {
  title: string;
  headings: readonly string[];
  lines: readonly (readonly string[])[];
};

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const [NARROW, WIDE] = [10, 60];

/** A workbook of one worksheet (.xlsx), every cell of it text: nothing of it is counted with, and nothing typed into it turns into a date. */
export async function writeWorkbook({ title, headings, lines }: TableToWrite): Promise<Blob> {
  const all = [headings, ...lines];
  const parts: [string, string][] = [
    ['[Content_Types].xml', TYPES],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', book(sheetName(title))],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', STYLES],
    ['xl/worksheets/sheet1.xml', worksheet(all)],
  ];
  const encoder = new TextEncoder();
  const files = await Promise.all(parts.map(([path, text]) => packed(path, encoder.encode(text))));
  return archive(files);
}

const ofType = (path: string, type: string): string =>
  `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;

const TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${ofType('xl/workbook.xml', 'sheet.main')}${ofType('xl/styles.xml', 'styles')}${ofType('xl/worksheets/sheet1.xml', 'worksheet')}</Types>`;

function relations(targets: readonly (readonly [string, string])[]): string {
  const all = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

const book = (title: string): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escapeHtml(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

/** Text (49 is `@`), plain and bold; lines of a cell are shown as lines. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

function worksheet(lines: readonly (readonly string[])[]): string {
  const columns = (lines[0] ?? []).map((_, index) => {
    const width = Math.max(...lines.map((line) => Math.min(widthOf(line[index] ?? ''), WIDE)), NARROW);
    return `<col min="${index + 1}" max="${index + 1}" width="${width + 2}" style="1" customWidth="1"/>`;
  });
  const rows = lines.map((line, index) => `<row r="${index + 1}">${cells(line, index)}</row>`);
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return `${XML}<worksheet xmlns="${MAIN}">${frozen}<cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

/** Chinese letters are as wide as two others. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);

function cells(line: readonly string[], row: number): string {
  const style = row === 0 ? 2 : 1;
  return line
    .map((text, column) => {
      const at = `${columnName(column)}${row + 1}`;
      if (text === '') return `<c r="${at}" s="${style}"/>`;
      return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeHtml(cellText(text))}</t></is></c>`;
    })
    .join('');
}

const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

async function packed(name: string, content: Uint8Array<ArrayBuffer>): Promise<ArchiveFile> {
  const stream = new Blob([content]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const path = new TextEncoder().encode(name);
  return { path, method: 'deflated', bytes, size: content.length, sum: crc32(content) };
}

function archive(files: readonly ArchiveFile[]): Blob {
  const zip = openArchive();
  const parts = [...files.flatMap(zip.add), ...zip.end()];
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return new Blob(
    parts.map((part) => part.slice()),
    { type },
  );
}
