import canonicalize from 'canonicalize';
import { cellSchema, columnsOf, itemsOf, limits } from '#core/form/index.ts';
import type { FieldSchema, GridColumn, GridItem, JsonObject, SectionDefinition } from '#core/model/index.ts';
import { projectField, type SchemaScope } from './field.ts';
import { withRowKeys } from './table.ts';

/** Schemas that stand in many places of a grid, each written once: a reference by the schema's canonical text. */
type Shared = { refer(schema: JsonObject): JsonObject; defs: JsonObject };

/** A grid: cells by item and column, ticks by item, and the items that somebody adds. */
export function projectGrid(section: SectionDefinition, scope: SchemaScope): JsonObject {
  const shared = openShared();
  const items = itemsOf(section);
  const asked = items.filter(isAlwaysAsked).map((item) => item.id);
  const rows = items.map((item) => [item.id, projectItem(section, item, scope, shared)]);
  const cells = closed(Object.fromEntries(rows), asked);
  const marks = closed(Object.fromEntries(items.map((item) => [item.id, { type: 'boolean' }])), []);
  const own = projectOwn(section, scope, shared);
  const grid = closed({ cells, marks, own }, asked.length === 0 ? [] : ['cells']);
  return { ...grid, $defs: shared.defs };
}

function openShared(): Shared {
  const defs: JsonObject = {};
  const names = new Map<string, string>();
  const refer = (schema: JsonObject): JsonObject => {
    const text = canonicalize(schema) ?? '';
    const name = names.get(text) ?? `part${names.size}`;
    names.set(text, name);
    defs[name] = schema;
    return { $ref: `#/$defs/${name}` };
  };
  return { refer, defs };
}

function isAlwaysAsked(item: GridItem): boolean {
  return item.required === true && item.visibleWhen === undefined && item.derive === undefined;
}

function projectItem(
  section: SectionDefinition,
  item: GridItem,
  scope: SchemaScope,
  shared: Shared,
): JsonObject {
  const cell = cellSchema(section, item.cell, item.schema);
  const schema = item.derive === undefined ? cell : { ...cell, derive: item.derive };
  return projectCells(schema, columnsOf(section, scope.cycle), scope, isAlwaysAsked(item), shared);
}

function projectCells(
  cell: FieldSchema,
  columns: GridColumn[],
  scope: SchemaScope,
  asked: boolean,
  shared: Shared,
): JsonObject {
  const field = projectField(cell, scope, asked);
  const projected = isPlainNumber(cell) ? field : shared.refer(field);
  const ids = columns.map((column) => column.id);
  return shared.refer(closed(Object.fromEntries(ids.map((id) => [id, projected])), asked ? ids : []));
}

/** It is checked faster than a reference is followed, and the row around it is written once for all items like it. */
function isPlainNumber({ type, code, enum: values }: FieldSchema): boolean {
  return (type === 'number' || type === 'integer') && code === undefined && values === undefined;
}

function projectOwn(section: SectionDefinition, scope: SchemaScope, shared: Shared): JsonObject {
  if (section.own === undefined) return { type: 'array', maxItems: 0 };
  const row: FieldSchema = {
    type: 'object',
    required: ['title'],
    properties: {
      title: { type: 'string', maxLength: limits.itemTitle },
      unit: { type: 'string', maxLength: limits.itemUnit },
    },
  };
  const projected = withRowKeys(projectField(row, scope));
  const cell = cellSchema(section, section.own.cell);
  const cells = projectCells(cell, columnsOf(section, scope.cycle), scope, false, shared);
  const items = { ...projected, properties: { ...(projected.properties as JsonObject), cells } };
  return { type: 'array', maxItems: Math.min(section.own.max, limits.rows), items };
}

function closed(properties: JsonObject, required: string[]): JsonObject {
  return { type: 'object', properties, required, additionalProperties: false };
}
