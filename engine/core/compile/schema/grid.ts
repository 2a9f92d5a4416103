import { cellSchema } from '../cells.ts';
import { columnsOf } from '../columns.ts';
import { limits } from '../limits.ts';
import type { FieldSchema, GridColumn, GridItem, JsonObject, SectionDefinition } from '../../model/index.ts';
import { projectField, type SchemaScope } from './field.ts';
import { withRowKeys } from './table.ts';

/** A grid: cells by item and column, ticks by item, and the items that somebody adds. */
export function projectGrid(section: SectionDefinition, scope: SchemaScope): JsonObject {
  const items = section.items ?? [];
  const asked = items.filter(isAlwaysAsked).map((item) => item.id);
  const cells = closed(Object.fromEntries(items.map((item) => [item.id, projectItem(section, item, scope)])), asked);
  const marks = closed(Object.fromEntries(items.map((item) => [item.id, { type: 'boolean' }])), []);
  return closed({ cells, marks, own: projectOwn(section, scope) }, asked.length === 0 ? [] : ['cells']);
}

function isAlwaysAsked(item: GridItem): boolean {
  return item.required === true && item.visibleWhen === undefined && item.derive === undefined;
}

function projectItem(section: SectionDefinition, item: GridItem, scope: SchemaScope): JsonObject {
  const cell = cellSchema(section, item.cell, item.schema);
  const schema = item.derive === undefined ? cell : { ...cell, derive: item.derive };
  return projectCells(schema, columnsOf(section, scope.cycle), scope, isAlwaysAsked(item));
}

function projectCells(cell: FieldSchema, columns: GridColumn[], scope: SchemaScope, asked: boolean): JsonObject {
  const projected = projectField(cell, scope, asked);
  const ids = columns.map((column) => column.id);
  return closed(Object.fromEntries(ids.map((id) => [id, projected])), asked ? ids : []);
}

function projectOwn(section: SectionDefinition, scope: SchemaScope): JsonObject {
  if (section.own === undefined) return { type: 'array', maxItems: 0 };
  const row: FieldSchema = {
    type: 'object',
    required: ['title'],
    properties: { title: { type: 'string', maxLength: limits.itemTitle }, unit: { type: 'string', maxLength: limits.itemUnit } },
  };
  const projected = withRowKeys(projectField(row, scope));
  const cells = projectCells(cellSchema(section, section.own.cell), columnsOf(section, scope.cycle), scope, false);
  const items = { ...projected, properties: { ...(projected.properties as JsonObject), cells } };
  return { type: 'array', maxItems: Math.min(section.own.max, limits.rows), items };
}

function closed(properties: JsonObject, required: string[]): JsonObject {
  return { type: 'object', properties, required, additionalProperties: false };
}
