import { cellSchema, lineSum, sumColumnOf, withOwnItems } from '#core/form/index.ts';
import { asList, asObject, childAt, isObject } from '#core/json/index.ts';
import type { CompiledGridItem, CompiledSection, FieldSchema, Json, JsonObject } from '#core/model/index.ts';
import { isHidden } from '../hidden.ts';
import type { ResolvedAnswers } from '../resolve/index.ts';
import { isTicked } from './shown.ts';
import { textOf, type Writer } from './text.ts';
import type { SectionView } from './view.ts';

/** A line of a grid as a sheet shows it: an item with its cells, or one that somebody has added. */
export type Line = { item: CompiledGridItem; cells: Json | undefined } | { item: null; row: JsonObject };
type ItemText = SectionView['items'][number];

/** What a sheet shows of a grid: its shown and ticked items, those that somebody added, then totals. */
export function itemTexts(
  section: CompiledSection,
  resolved: ResolvedAnswers,
  grid: Json,
  sheet: string,
  writer: Writer,
): ItemText[] {
  return shownLines(section, resolved, grid, sheet).map((line) => lineText(section, line, writer));
}

/** The lines of a grid that a sheet shows, in their order. */
export function shownLines(
  section: CompiledSection,
  { hidden }: ResolvedAnswers,
  grid: Json | undefined,
  sheet: string,
): Line[] {
  const { cells, marks, own } = asObject(grid);
  const listed = section.items
    .filter((item) => !isHidden(hidden, item) && isTicked(section, childAt(marks, item.id), sheet))
    .map((item): Line => ({ item, cells: childAt(cells, item.id) }));
  const added = asList(own).flatMap((row): Line[] =>
    isObject(row) && isTicked(section, row.mark, sheet) ? [{ item: null, row }] : [],
  );
  return withOwnItems(listed, added, ({ item }) => item?.derive !== undefined);
}

/** The texts of a line. */
export function lineText(section: CompiledSection, line: Line, writer: Writer): ItemText {
  if (line.item === null) return ownText(section, line.row, writer);
  const { id, title, unit = '', schema } = line.item;
  return { id, title, unit, cells: cellTexts(section, schema, line.cells, writer) };
}

function ownText(section: CompiledSection, row: JsonObject, writer: Writer): ItemText {
  const { definition } = section;
  const cell = definition.own === undefined ? {} : cellSchema(definition, definition.own.cell);
  return {
    id: String(row.id ?? ''),
    title: String(row.title ?? ''),
    unit: String(row.unit ?? ''),
    cells: cellTexts(section, cell, row.cells, writer),
  };
}

/** The texts of a line's cells, that of its sum last. */
export function cellTexts(
  section: CompiledSection,
  cell: FieldSchema,
  cells: Json | undefined,
  writer: Writer,
): string[] {
  const row = asObject(cells);
  const texts = section.columns.map(({ id }) => textOf(cell, childAt(row, id), writer));
  const sum = sumColumnOf(section.definition);
  return sum === undefined ? texts : [...texts, textOf(sum.schema, lineSum(row), writer)];
}

/** The columns of a grid as a sheet shows them, that of the sums last. */
export function shownColumns(section: CompiledSection): SectionView['columns'] {
  const sum = sumColumnOf(section.definition);
  return sum === undefined ? [...section.columns] : [...section.columns, { id: sum.id, title: sum.title }];
}
