import { isObject, type Json, type JsonObject } from '#core/json/index.ts';
import type { FieldSchema } from '#core/model/index.ts';
import { type Substitutes, substitute } from './leaves.ts';

/** Answers with everything that is a person's own in other words; what nothing can stand for is left out. */
export function disguise(
  value: Json,
  schema: FieldSchema | undefined,
  substitutes: Substitutes,
): Json | undefined {
  if (Array.isArray(value))
    return value.flatMap((item) => {
      const other = disguise(item, schema?.items, substitutes);
      return other === undefined ? [] : [other];
    });
  if (isObject(value)) return disguisedObject(value, schema, substitutes);
  if (typeof value === 'string' && value.trim() === '') return value;
  return typeof value === 'string' || typeof value === 'number'
    ? substitute(value, schema, substitutes)
    : value;
}

function disguisedObject(
  value: JsonObject,
  schema: FieldSchema | undefined,
  substitutes: Substitutes,
): JsonObject {
  const entries = Object.entries(value).flatMap(([key, part]): [string, Json][] => {
    const other = disguise(part, schema?.properties?.[key], substitutes);
    return other === undefined ? [] : [[key, other]];
  });
  return Object.fromEntries(entries);
}

/** Every text that stands somewhere in a value. */
export function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
