import { cellSchema, lineSum, sumColumnOf, withOwnItems } from '#core/form/index.ts';
import { asList, asObject, childAt, isObject } from '#core/json/index.ts';
import type { CompiledGridItem, CompiledSection, FieldSchema, Json, JsonObject } from '#core/model/index.ts';
import { isHidden } from '../hidden.ts';
import type { ResolvedAnswers } from '../resolve/index.ts';
import { isTicked } from './shown.ts';
import { type Writer, writing } from './text.ts';
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
  const listed: Line[] = [];
  for (const item of section.items)
    if (!isHidden(hidden, item) && isTicked(section, childAt(marks, item.id), sheet))
      listed.push({ item, cells: childAt(cells, item.id) });
  const added = asList(own).flatMap((row): Line[] =>
    isObject(row) && isTicked(section, row.mark, sheet) ? [{ item: null, row }] : [],
  );
  return added.length === 0 ? listed : withOwnItems(listed, added, ({ item }) => item?.derive !== undefined);
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
function cellTexts(
  section: CompiledSection,
  cell: FieldSchema,
  cells: Json | undefined,
  writer: Writer,
): string[] {
  return writingCells(section, cell, writer)(cells);
}

/** Writes the texts of the cells of many lines of a kind. */
export function writingCells(
  { columns, definition }: CompiledSection,
  cell: FieldSchema,
  writer: Writer,
): (cells: Json | undefined) => string[] {
  const write = writing(cell, writer);
  const sum = sumColumnOf(definition);
  const writeSum = sum && writing(sum.schema, writer);
  return (cells) => {
    const row = asObject(cells);
    const texts: string[] = [];
    for (const { id } of columns) texts.push(write(childAt(row, id)));
    if (writeSum) texts.push(writeSum(lineSum(row)));
    return texts;
  };
}

/** The columns of a grid as a sheet shows them, that of the sums last. */
export function shownColumns(section: CompiledSection): SectionView['columns'] {
  const sum = sumColumnOf(section.definition);
  return sum === undefined ? [...section.columns] : [...section.columns, { id: sum.id, title: sum.title }];
}
