import type { Json, JsonObject } from '#core/model/index.ts';

/** The least value that a schema takes; wherever an id fits, it is this one. */
export function sampleOf(schema: JsonObject, id: string): Json {
  if (Array.isArray(schema.enum)) return schema.enum[0] ?? null;
  if (Array.isArray(schema.anyOf)) return sampleOf(schema.anyOf[0] as JsonObject, id);
  if (schema.type === 'object') return objectOf(schema, id);
  if (schema.type === 'array') return schema.minItems ? [sampleOf(schema.items as JsonObject, id)] : [];
  if (schema.type === 'integer' || schema.type === 'number') return Number(schema.minimum ?? 0);
  if (schema.type === 'boolean') return false;
  if (schema.type !== 'string') return {};
  return schema.pattern === '^[0-9]{6}$' ? '000000' : id;
}

function objectOf(schema: JsonObject, id: string): JsonObject {
  const properties = (schema.properties ?? {}) as Record<string, JsonObject>;
  const required = (schema.required ?? []) as string[];
  return Object.fromEntries(required.map((key) => [key, sampleOf(properties[key] ?? {}, id)]));
}

/** A schema as OpenAPI tells it; of what there is none, one that says nothing. */
export const asJson = (schema: object = {}): JsonObject => JSON.parse(JSON.stringify(schema)) as JsonObject;
