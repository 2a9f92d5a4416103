import type { CycleDefinition, FieldSchema, SectionDefinition } from '#core/model/index.ts';
import { cellSchema } from './cells.ts';
import { columnsOf } from './columns.ts';
import { recordSchema } from './fields.ts';
import { itemsOf } from './grid-sums.ts';
import { limits, rowIdPattern } from './limits.ts';

/** What the engine keeps in a row besides its fields: its id, and its tick. */
const rowKeys: Record<string, FieldSchema> = {
  id: { type: 'string', pattern: rowIdPattern, maxLength: 64 },
  mark: { type: 'boolean' },
};

/**
 * A section's value as one schema, whatever its kind: what a form holds, the rows of a table, the cells of a grid by
 * item and column. What only holds parts together has the title ''. Throws when a grid names an unknown cell type.
 */
export function valueSchema(section: SectionDefinition, cycle: CycleDefinition): FieldSchema {
  const record = recordSchema(section);
  if (section.kind === 'form') return { ...record, type: 'object' };
  if (section.kind === 'grid') return gridSchema(section, cycle);
  if (section.kind === 'documents') return object({});
  const items: FieldSchema = { ...record, type: 'object', properties: { ...record.properties, ...rowKeys } };
  const { none, words } = section.schema ?? {};
  const maxItems = Math.min(section.schema?.maxItems ?? limits.rows, limits.rows);
  return { type: 'array', maxItems, items, ...(none === undefined ? {} : { none }), ...(words && { words }) };
}

function gridSchema(section: SectionDefinition, cycle: CycleDefinition): FieldSchema {
  const columns = columnsOf(section, cycle);
  const items = itemsOf(section);
  const cellsOf = (cell: FieldSchema, title: string): FieldSchema =>
    object(Object.fromEntries(columns.map((column) => [column.id, { ...cell, title: column.title }])), title);
  const cells = items.map((item) => [
    item.id,
    cellsOf(cellSchema(section, item.cell, item.schema), item.title),
  ]);
  const marks = items.map((item) => [item.id, { type: 'boolean', title: item.title }]);
  const own = object({
    ...rowKeys,
    title: { type: 'string', maxLength: limits.itemTitle },
    unit: { type: 'string', maxLength: limits.itemUnit },
    cells: cellsOf(section.own === undefined ? {} : cellSchema(section, section.own.cell), ''),
  });
  return object({
    cells: object(Object.fromEntries(cells)),
    marks: object(Object.fromEntries(marks)),
    own: { type: 'array', title: section.own?.title ?? '', maxItems: section.own?.max ?? 0, items: own },
  });
}

function object(properties: Record<string, FieldSchema>, title = ''): FieldSchema {
  return { type: 'object', title, properties };
}
