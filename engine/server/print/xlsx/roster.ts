import type { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { CompiledEdition, RosterColumn, RosterDefinition } from '#core/model/index.ts';
import { spreadsheetPattern } from '#core/vocabulary/index.ts';
import { cellText, sheetName } from './cell.ts';
import { numberPatterns } from './fields.ts';
import { type RosterCase, type RosterLine, rosterLines } from './lines.ts';

export { filterChoices } from './fields.ts';
export { inGroups, type RosterCase } from './lines.ts';

const FORMATS = { text: '@', number: 'General', date: 'yyyy-mm-dd' };
const DEFAULT_WIDTH = 14;

/**
 * Writes a roster of an edition as .xlsx into a stream, line by line.
 * @returns how many lines of cases were written
 */
export async function writeRoster(
  stream: Writable,
  edition: CompiledEdition,
  roster: RosterDefinition,
  cases: AsyncIterable<RosterCase>,
): Promise<number> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useSharedStrings: false,
    useStyles: true,
  });
  const sheet = workbook.addWorksheet(sheetName(roster.title), { views: [{ state: 'frozen', ySplit: 1 }] });
  const patterns = numberPatterns(edition, roster);
  sheet.columns = roster.columns.map((column, at) => ({
    width: column.width ?? DEFAULT_WIDTH,
    style: { numFmt: formatOf(column, patterns[at]) },
  }));
  const header = sheet.addRow(roster.columns.map(({ title }) => cellText(title)));
  header.font = { bold: true };
  header.commit();
  let count = 0;
  for await (const line of rosterLines(roster, cases)) {
    if (line.kind === 'row') count += 1;
    addLine(sheet, line);
  }
  await workbook.commit();
  return count;
}

/** A number stays a number: its pattern is Excel's own. */
function formatOf({ type = 'text' }: RosterColumn, pattern: string | undefined): string {
  return type === 'number' && pattern !== undefined ? spreadsheetPattern(pattern) : FORMATS[type];
}

function addLine(sheet: ExcelJS.Worksheet, line: RosterLine): void {
  const row = sheet.addRow(line.cells.map((cell) => (typeof cell === 'string' ? cellText(cell) : cell)));
  if (line.kind === 'subtotal') row.font = { bold: true };
  line.cells.forEach((cell, at) => {
    if (typeof cell === 'string' && cell.includes('\n')) row.getCell(at + 1).alignment = { wrapText: true };
  });
  row.commit();
}
