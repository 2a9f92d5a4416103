import { limits, rowIdPattern } from '#core/form/index.ts';
import type { JsonObject, SectionDefinition } from '#core/model/index.ts';
import { projectField, type SchemaScope } from './field.ts';

/** A table: a list of rows, each with the id that the engine gives it and its tick. */
export function projectTable(section: SectionDefinition, scope: SchemaScope): JsonObject {
  const { minItems, maxItems, items } = section.schema ?? {};
  return {
    type: 'array',
    minItems: minItems ?? 0,
    maxItems: Math.min(maxItems ?? limits.rows, limits.rows),
    items: withRowKeys(projectField({ type: 'object', ...items }, scope)),
  };
}

/** Adds what the engine keeps in a row besides its fields. */
export function withRowKeys(row: JsonObject): JsonObject {
  const id = { type: 'string', pattern: rowIdPattern };
  return {
    ...row,
    properties: { ...(row.properties as JsonObject), id, mark: { type: 'boolean' } },
    required: [...(row.required as string[]), 'id'],
  };
}
