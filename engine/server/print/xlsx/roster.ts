import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import ExcelJS from 'exceljs';
import type { CompiledEdition, RosterColumn, RosterDefinition } from '#core/model/index.ts';
import { cellText, sheetName } from '#core/text/index.ts';
import { spreadsheetPattern } from '#core/vocabulary/index.ts';
import { numberPatterns } from './fields.ts';
import { type RosterCase, type RosterLine, rosterLines } from './lines.ts';

export { filterChoices } from './fields.ts';
export { dataOf, inGroups, type RosterCase } from './lines.ts';

const FORMATS = { text: '@', number: 'General', date: 'yyyy-mm-dd' };
const DEFAULT_WIDTH = 14;

/**
 * Writes a roster of an edition as .xlsx into a stream, line by line, as fast as somebody takes it out at the other end.
 * Where the stream is closed before its end no further case is read.
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
  const styles = createStyles(roster.columns.map((column, at) => formatOf(column, patterns[at])));
  let count = 0;
  for await (const line of rosterLines(roster, cases)) {
    if (!(await takesMore(stream))) return count;
    if (line.kind === 'row') count += 1;
    addLine(sheet, line, styles);
  }
  // The workbook waits for the stream to finish; one that was closed does not.
  await Promise.race([workbook.commit(), finished(stream).catch(() => undefined)]);
  return count;
}

/** Waits while the stream is full; false = it is closed. */
async function takesMore(stream: Writable): Promise<boolean> {
  if (stream.writableNeedDrain && !stream.destroyed) {
    const ended = new AbortController();
    const { signal } = ended;
    await Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal })]).catch(
      () => undefined,
    );
    ended.abort();
  }
  return !stream.destroyed;
}

/** A number stays a number: its pattern is Excel's own. */
function formatOf({ type = 'text' }: RosterColumn, pattern: string | undefined): string {
  return type === 'number' && pattern !== undefined ? spreadsheetPattern(pattern) : FORMATS[type];
}

type Styles = (at: number, kind: RosterLine['kind'], wraps: boolean) => Partial<ExcelJS.Style>;

/** One object for all cells that look alike: ExcelJS knows a style again by its identity. */
function createStyles(formats: string[]): Styles {
  const known = new Map<string, Partial<ExcelJS.Style>>();
  return (at, kind, wraps) => {
    const numFmt = formats[at] ?? FORMATS.text;
    const key = `${kind} ${wraps} ${numFmt}`;
    const bold = kind === 'subtotal' ? { font: { bold: true } } : {};
    const style = known.get(key) ?? { numFmt, ...bold, ...(wraps && { alignment: { wrapText: true } }) };
    known.set(key, style);
    return style;
  };
}

function addLine(sheet: ExcelJS.Worksheet, { kind, cells }: RosterLine, styles: Styles): void {
  const row = sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? cellText(cell) : cell)));
  for (const [at, cell] of cells.entries())
    row.getCell(at + 1).style = styles(at, kind, typeof cell === 'string' && cell.includes('\n'));
  row.commit();
}
