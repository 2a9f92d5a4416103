import { isObject, withValue } from '#core/json/index.ts';
import type { CompiledSection, FieldSchema, GridValue, Json } from '#core/model/index.ts';
import { parseNumber } from '../widgets/number.tsx';

/** A grid's value with nothing missing in its frame. */
export function gridOf(value: Json): GridValue {
  const grid = isObject(value) ? value : {};
  return {
    cells: isObject(grid.cells) ? (grid.cells as GridValue['cells']) : {},
    marks: isObject(grid.marks) ? (grid.marks as GridValue['marks']) : {},
    own: Array.isArray(grid.own) ? (grid.own as GridValue['own']) : [],
  };
}

/** What a cell holds after something was typed: the blank word as it is, a number as a number, nothing as nothing. */
export function cellOf(text: string, schema: FieldSchema & { blank?: string }): Json | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (schema.blank !== undefined && trimmed === schema.blank) return schema.blank;
  return schema.type === 'string' ? trimmed : parseNumber(trimmed);
}

/** The schema of an item's cells: the cell type overlaid with the item's own keywords, as the engine compiled it. */
export function cellSchema(section: CompiledSection, item: string): FieldSchema & { blank?: string } {
  const compiled = section.items.find(({ id }) => id === item);
  const own = section.definition.own && section.definition.cells?.[section.definition.own.cell];
  const type =
    section.definition.cells?.[section.definition.items?.find(({ id }) => id === item)?.cell ?? ''];
  return { ...(type ?? own ?? {}), ...(compiled?.schema ?? {}), blank: (type ?? own)?.blank };
}

/** A grid with one cell, or one part of an object cell, replaced. */
export function withCell(
  grid: GridValue,
  item: string,
  column: string,
  part: string | null,
  next: Json | undefined,
): GridValue {
  const path = part === null ? [item, column] : [item, column, part];
  const own = grid.own.findIndex(({ id }) => id === item);
  if (own < 0) return { ...grid, cells: withValue(grid.cells, path, next) as GridValue['cells'] };
  const change = (cells: GridValue['cells'][string]) =>
    withValue(cells, path.slice(1), next) as GridValue['cells'][string];
  return {
    ...grid,
    own: grid.own.map((row, index) => (index === own ? { ...row, cells: change(row.cells) } : row)),
  };
}
