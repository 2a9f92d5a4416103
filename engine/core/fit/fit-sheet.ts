import type { JsonObject, SheetDefinition } from '#core/model/index.ts';
import type { Advances } from './advances.ts';
import type { FitBounds, FitColumn, FitContent, FittedSheet } from './content.ts';
import { boundsOf, openColumns } from './layout.ts';
import { type Measure, openMeasure, type Setting } from './measure.ts';
import { type Overflow, overflows } from './overflow.ts';
import { largestSetting, spareRows, spread } from './solve.ts';
import { roomsOf, sharedOut } from './widths.ts';

/** How a sheet is to be set so that it fits, and whether it does. */
export type Fit = {
  /** What the person set, and what was chosen for the rest. */
  settings: JsonObject;
  /** In points. */
  rowPadding: number;
  /** The widths of the tables side by side, in parts. */
  columns: number[];
  /** How much of the sheet is taken with the smallest letters; over 1 it does not fit. */
  share: number;
  overflow: Overflow[];
};

/** The body of a sheet under settings, as HTML. */
type Render = (settings: JsonObject) => string;

export const isFitted = (sheet: SheetDefinition): sheet is FittedSheet => sheet.fit !== undefined;

/** What a person has set, and how many lines to hold back. */
type Wishes = { chosen: JsonObject; spare?: number };

/**
 * How much of a sheet is taken with its smallest letters, and what is too much of it: as `fitSheet` has it, without
 * looking for more. For a page that asks after each change. `chosen`: what a person has set.
 */
export function measureFit(
  sheet: FittedSheet,
  render: Render,
  chosen: JsonObject,
  advances: Advances,
): Pick<Fit, 'share' | 'overflow'> {
  const measure = openMeasure(advances);
  const bounds = boundsOf(sheet, chosen, 0);
  const { fontSize, blankRows = [] } = sheet.fit;
  const body = render({ ...zeroes(blankRows), ...chosen, [fontSize]: bounds.fontSize[0] });
  const smallest = { fontSize: bounds.fontSize[0], rowPadding: bounds.rowPadding[0] };
  const { content, highest } = openWidths(sheet, body, measure, smallest)(smallest);
  return { share: highest / bounds.height, overflow: overflows(content, bounds, measure) };
}

/** A sheet in the widths that are best for a setting, and how high its highest table is, in pixels. */
type Laid = { parts: number[]; content: FitContent; highest: number; isTorn: boolean };

/** What is whole in the smallest letters is not to be torn in larger ones: a table that would be gets width first. */
function openWidths(
  sheet: FittedSheet,
  body: string,
  measure: Measure,
  { fontSize: least }: Setting,
): (setting: Setting) => Laid {
  const { count, at } = openColumns(sheet, body);
  const rooms = roomsOf(sheet.fit);
  return (setting) => {
    const isTorn = (column: FitColumn): boolean => measure.tears(column, setting.fontSize, least);
    const need = (index: number, part: number): number =>
      isTorn(at(index, part)) ? Number.POSITIVE_INFINITY : measure.column(at(index, part), setting);
    const parts = sharedOut(rooms, need);
    const content = Array.from({ length: count }, (_, index) => at(index, parts[index] ?? 0));
    const highest = content.reduce((most, one) => Math.max(most, measure.column(one, setting)), 0);
    return { parts, content, highest, isTorn: content.some(isTorn) };
  };
}

/** What is known of a sheet on the way: as it was measured, and as it is set. */
type Draft = {
  sheet: FittedSheet;
  render: Render;
  measure: Measure;
  bounds: FitBounds;
  content: FitContent;
  settings: JsonObject;
  setting: Setting;
};

/**
 * Chooses the size of letters, the padding of rows and the number of empty rows within the bounds of a sheet's
 * definition: the largest letters, then the most padding, then empty rows until the page is full. What a person has set
 * holds; `spare` lines are held back. The same answers give the same sheet wherever it is computed.
 */
export function fitSheet(
  sheet: FittedSheet,
  render: Render,
  { chosen, spare = 0 }: Wishes,
  advances: Advances,
): Fit {
  const measure = openMeasure(advances);
  const { fontSize, blankRows = [] } = sheet.fit;
  const bounds = boundsOf(sheet, chosen, spare);
  const smallest = { fontSize: bounds.fontSize[0], rowPadding: bounds.rowPadding[0] };
  const given = { ...zeroes(blankRows), ...chosen, [fontSize]: smallest.fontSize };
  const laid = openWidths(sheet, render(given), measure, smallest);
  const least = laid(smallest);
  const share = least.highest / bounds.height;
  const setting = share > 1 ? null : largestSetting(bounds, laid);
  if (setting === null) {
    const overflow = overflows(least.content, bounds, measure);
    return { settings: given, rowPadding: smallest.rowPadding, columns: least.parts, share, overflow };
  }
  const { content, parts: columns } = laid(setting);
  const settings = { ...given, [fontSize]: setting.fontSize };
  const open = blankRows.filter((name) => chosen[name] === undefined);
  const blanks = emptyRows({ sheet, render, measure, bounds, content, settings, setting }, open);
  return {
    settings: { ...settings, ...blanks },
    rowPadding: setting.rowPadding,
    columns,
    share,
    overflow: [],
  };
}

/** How many empty rows each of these settings gets: as many as its column has room for, shared with the others of it. */
function emptyRows(draft: Draft, names: readonly string[]): JsonObject {
  const { sheet, measure, bounds, content, setting } = draft;
  const added = names.map((name) => ({ name, columns: columnsWith(draft, name) }));
  const counts = content.flatMap((column, index) => {
    const here = added.filter(({ columns }) => columns.includes(index)).map(({ name }) => name);
    const most = here.map((name) => sheet.settings?.[name]?.maximum ?? 0);
    const rows = spread(spareRows(column, bounds, setting, measure), most);
    return here.map((name, at) => [name, rows[at] ?? 0] as const);
  });
  return Object.fromEntries(counts);
}

/** The columns that get rows by a setting. */
function columnsWith({ sheet, render, settings, content }: Draft, name: string): number[] {
  const more = openColumns(sheet, render({ ...settings, [name]: 1 }));
  return content.flatMap((column, index) => (rowsOf(more.at(index, 1)) > rowsOf(column) ? [index] : []));
}

const rowsOf = (column: FitColumn = []): number => column.reduce((sum, { rows }) => sum + rows.length, 0);

const zeroes = (names: readonly string[]): JsonObject => Object.fromEntries(names.map((name) => [name, 0]));
