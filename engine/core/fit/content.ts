import type { FitDefinition, SheetDefinition } from '#core/model/index.ts';

/** A sheet that must fit. */
export type FittedSheet = SheetDefinition & { fit: FitDefinition };

/** The faces in which fitted sheets are set: running text, and the headings of blocks. */
export type Face = 'serif' | 'sansBold';

/** A cell of a table: its text (lines parted by `\n`), and the room for it, in pixels. */
export type FitCell = { text: string; width: number; face: Face };

/** A row: `least` is the height that it has at least, in pixels; a heading counts among no rows. */
export type FitRow = { cells: FitCell[]; least: number; isHeading: boolean };

/** Rows under a heading. */
export type FitBlock = { title: string; rows: FitRow[] };

/** Blocks one below the other. */
export type FitColumn = FitBlock[];

/** What stands on a fitted sheet: columns side by side. */
export type FitContent = FitColumn[];

/** Within what a sheet may be set; lengths in pixels. */
export type FitBounds = {
  /** Of the columns: the page without its margins and what stands above. */
  height: number;
  /** Sizes of letters, the smallest and the largest, in points. */
  fontSize: readonly [number, number];
  /** Above and below the text of a cell, the least and the most, in points. */
  rowPadding: readonly [number, number];
};
