import type { Advances } from './advances.ts';
import { breakLines, inUnits, widestShortWord } from './break-lines.ts';
import type { Face, FitCell, FitColumn, FitRow } from './content.ts';

export const PIXELS_PER_POINT = 4 / 3;
/** Of a line, in parts of the size of its letters. */
const LINE_HEIGHT = 1.2;
/** A row has one line below; the first of a column one above, too. */
export const LINE = 1;

/** How a sheet is set: size of letters and space above and below them, in points. */
export type Setting = { fontSize: number; rowPadding: number };

/** The lines of each cell, and the heights that follow; for one set of advances. */
export type Measure = {
  lines: (cell: FitCell, fontSize: number) => string[];
  row: (row: FitRow, setting: Setting) => number;
  column: (column: FitColumn, setting: Setting) => number;
  /** Whether a short word of the column is torn that is whole in letters of the size `least`. */
  tears: (column: FitColumn, fontSize: number, least: number) => boolean;
};

/**
 * The height of a line of such letters, in whole pixels: Chromium puts letters on whole pixels, and lines of 8.8 would
 * stand 9, 9, 9 and 8 apart.
 * @param fontSize - in points
 */
export const lineHeightOf = (fontSize: number): number =>
  Math.round(fontSize * PIXELS_PER_POINT * LINE_HEIGHT);

/** The height of a row of so many lines, in pixels. */
export const heightOf = (lines: number, { fontSize, rowPadding }: Setting): number =>
  lines * lineHeightOf(fontSize) + 2 * inUnits(rowPadding * PIXELS_PER_POINT) + LINE;

/** Lines are remembered by cell and size: a search asks for them again and again. */
export function openMeasure(advances: Advances): Measure {
  const known = new WeakMap<FitCell, Map<number, string[]>>();
  const lines = (cell: FitCell, fontSize: number): string[] => {
    const sizes = known.get(cell) ?? new Map<number, string[]>();
    known.set(cell, sizes);
    const found = sizes.get(fontSize);
    if (found !== undefined) return found;
    const broken = breakLines(cell.text, cell.width, fontSize * PIXELS_PER_POINT, advances[cell.face]);
    sizes.set(fontSize, broken);
    return broken;
  };
  const row = ({ cells, least }: FitRow, { fontSize, rowPadding }: Setting): number => {
    const most = cells.reduce((highest, cell) => Math.max(highest, lines(cell, fontSize).length), 1);
    return Math.max(heightOf(most, { fontSize, rowPadding }), least);
  };
  const column = (blocks: FitColumn, setting: Setting): number =>
    blocks.reduce((sum, { rows }) => rows.reduce((all, one) => all + row(one, setting), sum), LINE);
  const widest = widestWords(advances);
  const tears = (blocks: FitColumn, fontSize: number, least: number): boolean =>
    fontSize > least &&
    blocks.some(({ rows }) =>
      rows.some(({ cells }) =>
        cells.some((cell) => {
          const room = cell.width / (widest(cell) * PIXELS_PER_POINT);
          return room < fontSize && room >= least;
        }),
      ),
    );
  return { lines, row, column, tears };
}

/** The widest short word of a cell, in ems, remembered by its text: a search tries the same one in many widths. */
function widestWords(advances: Advances): (cell: FitCell) => number {
  const known: Record<Face, Map<string, number>> = { serif: new Map(), sansBold: new Map() };
  return ({ text, face }) => {
    const found = known[face].get(text) ?? widestShortWord(text, advances[face]);
    known[face].set(text, found);
    return found;
  };
}
