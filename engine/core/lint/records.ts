import { isObject, segmentsOf } from '#core/json/index.ts';
import type { FieldSchema, SectionDefinition } from '#core/model/index.ts';

/** The schema that a pointer names inside a record, or undefined where it names nothing. `*` stands for any element. */
export function schemaAt(record: FieldSchema | undefined, path: string): FieldSchema | undefined {
  return segmentsOf(path).reduce<FieldSchema | undefined>(stepInto, record);
}

/** The record of a section's form or row. */
export function recordOf(section: SectionDefinition): FieldSchema | undefined {
  return section.kind === 'table' ? section.schema?.items : section.schema;
}

/** The field that `/section/field` names among these sections. */
export function fieldAt(sections: SectionDefinition[], path: string): FieldSchema | undefined {
  const [id, ...rest] = segmentsOf(path);
  const section = sections.find((known) => known.id === id);
  if (!section) return undefined;
  return rest.reduce<FieldSchema | undefined>(stepInto, recordOf(section));
}

function stepInto(schema: FieldSchema | undefined, segment: string): FieldSchema | undefined {
  const properties = schema?.properties;
  if (isObject(properties) && Object.hasOwn(properties, segment)) return properties[segment];
  return schema?.type === 'array' && (segment === '*' || /^\d+$/.test(segment)) ? schema.items : undefined;
}
