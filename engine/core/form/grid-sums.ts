import { isObject, type Json, sumOf } from '#core/json/index.ts';
import type { FieldSchema, GridColumn, GridItem, Logic, SectionDefinition } from '#core/model/index.ts';
import { cellSchema } from './cells.ts';

/** What the line and the column of sums are called in answers. */
export const SUM = 'sum';

/** A grid's items with the line of its sums, which stands last. */
export function itemsOf(section: SectionDefinition): GridItem[] {
  const { items = [], sums } = section;
  if (sums?.down === undefined) return items;
  return [...items, { id: SUM, title: sums.down, cell: sums.cell, derive: columnSum(section) }];
}

/** The column of a grid's sums, and how its cells are written; undefined where it has none. */
export function sumColumnOf(section: SectionDefinition): (GridColumn & { schema: FieldSchema }) | undefined {
  const { sums } = section;
  if (sums?.across === undefined) return undefined;
  return { id: SUM, title: sums.across, schema: cellSchema(section, sums.cell) };
}

/** The sum of a line's numbers; null where it has none, and of a line whose cells have parts. */
export function lineSum(cells: Json | undefined): number | null {
  const numbers = Object.values(isObject(cells) ? cells : {}).filter((cell) => typeof cell === 'number');
  return numbers.length === 0 ? null : sumOf(numbers);
}

/** Whatever people fill in and is a number, the items that they add with it; what is computed is no part of a sum. */
function columnSum(section: SectionDefinition): Logic {
  const { items = [], own } = section;
  const listed = items.filter((item) => item.derive === undefined && isNumber(section, item.cell));
  const cells = listed.map(({ id }) => ({ var: `cells.${id}` }));
  const isAdded = own !== undefined && isNumber(section, own.cell);
  return { sum: isAdded ? [cells, ADDED] : [cells] };
}

const ADDED: Logic = {
  map: [{ var: 'section.own' }, { get: [{ var: 'cells' }, { var: 'outer.column.id' }] }],
};

function isNumber({ cells = {} }: SectionDefinition, cell: string): boolean {
  return ['number', 'integer'].includes(cells[cell]?.type ?? '');
}
