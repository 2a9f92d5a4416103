import { isObject, pointer } from '#core/json/index.ts';
import type { Memory } from '#core/memory/index.ts';
import type { Definition, FieldSchema } from '#core/model/index.ts';
import type { SectionSite } from './sections.ts';

/** One field, wherever it stands. `pointer` runs into the definition, `path` inside the record or row: `/education/year`. */
export type FieldSite = {
  schema: FieldSchema;
  pointer: string;
  path: string;
  name: string;
  /** Named in `required` of the object around it. */
  required: boolean;
  /** Objects and lists around it. */
  depth: number;
  /** Only changes a grid's cell type, and need not say its type. */
  overlay?: true;
  /** The section whose form or row it belongs to. */
  site?: SectionSite;
};

/** Every field of every section, grid cell, event input and sheet setting, parents before children. */
export function fieldsOf(definition: Definition, sections: SectionSite[], memory: Memory): FieldSite[] {
  return [
    ...sections.flatMap((site) => memory.once(site, 'fields', [], () => fieldsOfSection(site))),
    ...definition.routes.flatMap((route, index) =>
      Object.entries(route.events).flatMap(([event, { input }]) =>
        fieldsIn(input?.schema, pointer('routes', index, 'events', event, 'input', 'schema')),
      ),
    ),
    ...definition.sheets.flatMap((sheet, index) =>
      Object.entries(sheet.settings ?? {}).flatMap(([name, schema]) =>
        fieldTree({
          schema,
          name,
          pointer: pointer('sheets', index, 'settings', name),
          path: `/${name}`,
          required: false,
          depth: 1,
        }),
      ),
    ),
  ];
}

/** The fields of one section: of its record or row, and of a grid's cells. */
function fieldsOfSection(site: SectionSite): FieldSite[] {
  const cells = Object.entries(site.section.cells ?? {}).flatMap(([name, schema]) =>
    cell(schema, name, `${site.pointer}${pointer('cells', name)}`),
  );
  const items = (site.section.items ?? []).flatMap(({ id, schema }, index) =>
    schema ? overlaid(cell(schema, id, `${site.pointer}${pointer('items', index, 'schema')}`)) : [],
  );
  return [...fieldsIn(site.record, site.recordPointer), ...cells, ...items].map((field) => ({
    ...field,
    site,
  }));
}

function overlaid(fields: FieldSite[]): FieldSite[] {
  return fields.map((field) => ({ ...field, overlay: true }));
}

/** The fields below an object schema. */
function fieldsIn(schema: FieldSchema | undefined, at: string, above = '', depth = 1): FieldSite[] {
  if (!isObject(schema?.properties)) return [];
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(schema.properties).flatMap(([name, field]) =>
    fieldTree({
      schema: field,
      name,
      pointer: at + pointer('properties', name),
      path: above + pointer(name),
      required: required.includes(name),
      depth,
    }),
  );
}

function cell(schema: FieldSchema, name: string, at: string): FieldSite[] {
  return fieldTree({ schema, name, pointer: at, path: pointer(name), required: false, depth: 1 });
}

function fieldTree(field: FieldSite): FieldSite[] {
  if (!isObject(field.schema)) return [];
  const { schema, pointer: at, path, depth } = field;
  return [
    field,
    ...fieldsIn(schema, at, path, depth + 1),
    ...fieldsIn(schema.items, `${at}/items`, `${path}/*`, depth + 1),
  ];
}
