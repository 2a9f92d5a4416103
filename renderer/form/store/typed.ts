import { isObject } from '#core/json/index.ts';
import type { CompiledSection, FieldSchema, Json, JsonObject } from '#core/model/index.ts';

/**
 * A section's answers as somebody types them: without what is computed, which the server writes down with every save.
 * Two versions that differ in that alone are the same answers.
 */
export function typedIn({ definition, items }: CompiledSection, value: Json): Json {
  if (definition.kind !== 'grid') return withoutDerived(value, definition.schema);
  if (!isObject(value) || !isObject(value.cells)) return value;
  const derived = new Set(items.flatMap((item) => (item.derive ? [item.id] : [])));
  return { ...value, cells: only(value.cells, (id) => !derived.has(id)) };
}

function withoutDerived(value: Json, schema: FieldSchema | undefined): Json {
  if (Array.isArray(value)) return value.map((item) => withoutDerived(item, schema?.items));
  if (!isObject(value)) return value;
  const typed = only(value, (key) => schema?.properties?.[key]?.derive === undefined);
  return Object.fromEntries(
    Object.entries(typed).map(([key, item]) => [key, withoutDerived(item, schema?.properties?.[key])]),
  );
}

const only = (value: JsonObject, wanted: (key: string) => boolean): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([key]) => wanted(key)));
