import { columnsOf, itemsOf, ownChoices, recordSchema } from '#core/form/index.ts';
import { isObject } from '#core/json/index.ts';
import type { CycleDefinition, FieldSchema, Json, SectionDefinition } from '#core/model/index.ts';
import { ANY, anyOf, BOOLEAN, list, NUMBER, record, type Shape, TEXT } from './shape.ts';

/** What a field's answer can be. */
export function shapeOfField(schema: FieldSchema | undefined): Shape {
  if (schema?.type === 'string') return shapeOfText(schema);
  if (schema?.type === 'number' || schema?.type === 'integer') return NUMBER;
  if (schema?.type === 'boolean') return BOOLEAN;
  if (schema?.type === 'array') return list(shapeOfField(schema.items));
  if (schema?.type === 'object') return record(shapesOfProperties(schema));
  return ANY;
}

/** What a section's answers can be, as rules read them. */
export function shapeOfSection(section: SectionDefinition, cycle: CycleDefinition): Shape {
  const known = SECTIONS.get(section);
  if (known?.cycle === cycle) return known.shape;
  const shape = sectionShape(section, cycle);
  SECTIONS.set(section, { cycle, shape });
  return shape;
}

/** A section is read by every expression around it, and never changes. */
const SECTIONS = new WeakMap<SectionDefinition, { cycle: CycleDefinition; shape: Shape }>();
const ROWS = new WeakMap<SectionDefinition, Shape>();

function sectionShape(section: SectionDefinition, cycle: CycleDefinition): Shape {
  if (section.kind === 'form') return shapeOfField(section.schema);
  if (section.kind === 'table') return list(shapeOfRow(section));
  return section.kind === 'grid' ? shapeOfGrid(section, cycle) : record({});
}

/** One row of a table, with what the engine adds to it. */
export function shapeOfRow(section: SectionDefinition): Shape {
  const shape = ROWS.get(section) ?? rowShape(section);
  ROWS.set(section, shape);
  return shape;
}

function rowShape(section: SectionDefinition): Shape {
  const fields = shapesOfProperties(recordSchema(section));
  return record({ id: TEXT, ...(section.mark ? { mark: BOOLEAN } : {}), ...fields });
}

/** A cell of a grid's item. */
export function shapeOfCell(section: SectionDefinition, cell: string): Shape {
  const schema = section.cells && Object.hasOwn(section.cells, cell) ? section.cells[cell] : undefined;
  const shape = shapeOfField(schema);
  return schema?.blank !== undefined && shape.type !== 'text' ? ANY : shape;
}

/** A value that stands in the definition itself. */
export function shapeOfJson(value: Json | undefined): Shape {
  if (typeof value === 'string') return TEXT;
  if (typeof value === 'number') return NUMBER;
  if (typeof value === 'boolean') return BOOLEAN;
  if (Array.isArray(value)) return list(anyOf(value.map(shapeOfJson)));
  if (!isObject(value)) return ANY;
  return record(Object.fromEntries(Object.entries(value).map(([key, child]) => [key, shapeOfJson(child)])));
}

function shapeOfText(schema: FieldSchema): Shape {
  const { format, code, none } = schema;
  const values = ownChoices(schema)?.map(({ value }) => value);
  const words = values && none !== undefined ? [...values, none] : values;
  return { type: 'text', field: true, format, code, none, values: words };
}

function shapesOfProperties(schema: FieldSchema): Record<string, Shape> {
  const entries = Object.entries(schema.properties ?? {});
  return Object.fromEntries(entries.map(([name, field]) => [name, shapeOfField(field)]));
}

function shapeOfGrid(section: SectionDefinition, cycle: CycleDefinition): Shape {
  const items = itemsOf(section);
  const line = (cell: Shape) =>
    record(Object.fromEntries(columnsOf(section, cycle).map(({ id }) => [id, cell])));
  const own = section.own ? line(shapeOfCell(section, section.own.cell)) : line(ANY);
  return record({
    cells: record(Object.fromEntries(items.map((item) => [item.id, line(shapeOfCell(section, item.cell))]))),
    marks: record(Object.fromEntries(items.map((item) => [item.id, BOOLEAN]))),
    own: list(record({ id: TEXT, title: TEXT, unit: TEXT, mark: BOOLEAN, cells: own })),
  });
}
