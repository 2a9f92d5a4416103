import { asObject, isObject, withValue } from '#core/json/index.ts';
import type { FieldSchema, GridValue, Json } from '#core/model/index.ts';
import { isAnswered } from '#core/vocabulary/index.ts';

/** A grid's value with all its parts. */
export function gridOf(value: Json): GridValue {
  const grid = isObject(value) ? value : {};
  return {
    cells: isObject(grid.cells) ? (grid.cells as GridValue['cells']) : {},
    marks: isObject(grid.marks) ? (grid.marks as GridValue['marks']) : {},
    own: Array.isArray(grid.own) ? (grid.own as GridValue['own']) : [],
  };
}

/** What a cell becomes, from what it holds now. */
export type ChangeCell = (cell: Json | undefined) => Json | undefined;

/** A part of a cell as a field: the word for "not applicable" may be written in each. */
export function partSchema({ none, words }: FieldSchema, part: FieldSchema): FieldSchema {
  return none === undefined ? part : { ...part, none, ...(words && { words }) };
}

/**
 * A cell of parts with one of them changed. The word for "not applicable" answers for the whole cell: where nothing
 * else stands in its parts, it is the cell.
 */
export function withPart(
  { none }: FieldSchema,
  cell: Json | undefined,
  part: string,
  next: Json | undefined,
): Json | undefined {
  const parts = asObject(withValue(isObject(cell) ? cell : {}, [part], next));
  const given = Object.values(parts).filter(isAnswered);
  if (given.length === 0) return undefined;
  return none !== undefined && given.every((one) => one === none) ? none : parts;
}

/** A grid with one cell changed, of the definition's items or of the person's own. */
export function withCell(grid: GridValue, item: string, column: string, change: ChangeCell): GridValue {
  const changed = (cells: GridValue['cells'][string] | undefined) =>
    withValue(cells, [column], change(cells?.[column])) as GridValue['cells'][string];
  if (!grid.own.some(({ id }) => id === item))
    return { ...grid, cells: { ...grid.cells, [item]: changed(grid.cells[item]) } };
  return {
    ...grid,
    own: grid.own.map((row) => (row.id === item ? { ...row, cells: changed(row.cells) } : row)),
  };
}
