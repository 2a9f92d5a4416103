import type { JsonObject } from '#core/model/index.ts';
import { inUnits } from './break-lines.ts';
import type { Face, FitBlock, FitBounds, FitCell, FitColumn, FitRow, FittedSheet } from './content.ts';
import { heightOf, LINE, PIXELS_PER_POINT } from './measure.ts';
import { pageBox } from './paper.ts';
import { readTables, type TableCell, type TableRow } from './read-tables.ts';
import { roomsOf, WHOLE } from './widths.ts';

/** Rows of this class are the headings of blocks. */
export const BLOCK_CLASS = 'block';
/** Left and right of the text of a cell, in pixels. */
export const CELL_PADDING = 3;
/** Left and right of a page's body, which keeps the lines at its edge from being cut off, in pixels. */
const BODY_PADDING = 0.5 * PIXELS_PER_POINT;
/** What is held back for roundings, in pixels: half a millimetre. */
const RESERVE = 2;
const PIXELS_PER_MM = 96 / 25.4;

/** The height of what the columns may take, in pixels. */
export const columnsHeight = ({ paper, fit }: FittedSheet): number =>
  pageBox(paper).height - (fit.head ?? 0) * PIXELS_PER_MM - RESERVE;

/** Between which sizes a sheet may be set; a size that a person chose is the only one. */
export function boundsOf(sheet: FittedSheet, chosen: JsonObject, spare: number): FitBounds {
  const { fontSize, rowPadding } = sheet.fit;
  const { minimum = 0, maximum = minimum } = sheet.settings?.[fontSize] ?? {};
  const own = chosen[fontSize];
  const size = typeof own === 'number' ? Math.min(Math.max(own, minimum), maximum) : undefined;
  return {
    height: columnsHeight(sheet) - spare * heightOf(1, { fontSize: maximum, rowPadding: 0 }),
    fontSize: size === undefined ? [minimum, maximum] : [size, size],
    rowPadding,
  };
}

/** What stands in each of the tables side by side, in whatever width they get. */
type OpenColumns = { count: number; at: (index: number, part: number) => FitColumn };

/** What stands on a sheet out of its body; each table is laid out once for a width. */
export function openColumns({ paper, fit }: FittedSheet, body: string): OpenColumns {
  const width = pageBox(paper).width - 2 * BODY_PADDING;
  const whole = wholeOf(fit);
  const tables = readTables(body).map((table) => ({ table, known: new Map<number, FitColumn>() }));
  const at = (index: number, part: number): FitColumn => {
    const { table = { columns: 0, bodies: [] }, known = new Map() } = tables[index] ?? {};
    const found: FitColumn | undefined = known.get(part);
    if (found !== undefined) return found;
    const room = inUnits((width * part) / whole) - (index === 0 ? LINE : 0);
    const tracks = tracksOf(room, Math.max(table.columns, 1));
    const column = table.bodies.map((rows) => blockOf(rows, tracks, fit.rows ?? {}));
    known.set(part, column);
    return column;
  };
  return { count: tables.length, at };
}

/** Of what the widths are parts: of their sum, or of a hundred where some are open. */
function wholeOf(fit: FittedSheet['fit']): number {
  const rooms = roomsOf(fit);
  const isOpen = rooms.some(({ least, most }) => least < most);
  return isOpen ? WHOLE : rooms.reduce((sum, { least }) => sum + least, 0);
}

/** The columns of a table: all of them equal in Chromium's units, the last with what remains. */
type Tracks = { count: number; width: number; rest: number };

function tracksOf(room: number, count: number): Tracks {
  const width = inUnits(room / count);
  return { count, width, rest: room - width * count };
}

function blockOf(rows: readonly TableRow[], tracks: Tracks, least: Record<string, number>): FitBlock {
  const heading = rows.find(({ classes }) => classes.includes(BLOCK_CLASS));
  return {
    title: heading?.cells.map(({ text }) => text).join('') ?? '',
    rows: rows.map((row) => rowOf(row, tracks, least)),
  };
}

function rowOf(
  { classes, cells, isHeading }: TableRow,
  tracks: Tracks,
  least: Record<string, number>,
): FitRow {
  const face: Face = classes.includes(BLOCK_CLASS) ? 'sansBold' : 'serif';
  const heights = classes.map((name) => (least[name] ?? 0) * PIXELS_PER_MM);
  const ends = cells.map((_, index) => cells.slice(0, index + 1).reduce((sum, { span }) => sum + span, 0));
  return {
    cells: cells.map((cell, index) => cellOf(cell, tracks, face, ends[index] === tracks.count)),
    least: Math.max(0, ...heights),
    isHeading,
  };
}

function cellOf({ text, span }: TableCell, { width, rest }: Tracks, face: Face, isLast: boolean): FitCell {
  return { text, width: width * span + (isLast ? rest : 0) - 2 * CELL_PADDING - LINE, face };
}
