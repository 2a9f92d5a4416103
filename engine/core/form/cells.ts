import type { FieldSchema, SectionDefinition } from '#core/model/index.ts';

/**
 * The schema of a grid's named cell type, overlaid with an item's own; its `blank` word becomes the `none` that every
 * field knows. Throws when the section has no such cell type.
 */
export function cellSchema(section: SectionDefinition, cell: string, overlay: FieldSchema = {}): FieldSchema {
  const base = section.cells?.[cell];
  if (base === undefined) throw new Error(`Section '${section.id}' names the unknown cell type '${cell}'`);
  const { blank, ...schema } = base;
  const merged = overlaid(schema, overlay);
  return blank === undefined ? merged : { ...merged, none: blank };
}

/** Properties merge by name, every other keyword replaces. */
function overlaid(base: FieldSchema, overlay: FieldSchema): FieldSchema {
  const merged: FieldSchema = { ...base, ...overlay };
  if (base.properties === undefined || overlay.properties === undefined) return merged;
  const properties: Record<string, FieldSchema> = { ...base.properties };
  for (const [name, field] of Object.entries(overlay.properties)) {
    properties[name] = overlaid(base.properties[name] ?? {}, field);
  }
  return { ...merged, properties };
}
