import { isObject, withValue } from '#core/json/index.ts';
import type { FieldSchema, GridValue, Json } from '#core/model/index.ts';
import { parseNumber } from '../widgets/number.tsx';

/** A grid's value with all its parts. */
export function gridOf(value: Json): GridValue {
  const grid = isObject(value) ? value : {};
  return {
    cells: isObject(grid.cells) ? (grid.cells as GridValue['cells']) : {},
    marks: isObject(grid.marks) ? (grid.marks as GridValue['marks']) : {},
    own: Array.isArray(grid.own) ? (grid.own as GridValue['own']) : [],
  };
}

/**
 * What a cell holds after something was typed: the word for "none" as it is, a number as a number, nothing as
 * nothing.
 */
export function cellOf(text: string, schema: FieldSchema): Json | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (schema.none !== undefined && trimmed === schema.none) return schema.none;
  return schema.type === 'string' ? trimmed : parseNumber(trimmed);
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
