import { isObject } from '#core/json/index.ts';
import type { FieldSchema, Json, JsonObject } from '#core/model/index.ts';

/**
 * Unsaved answers of one section, as they are kept in this browser: without anything sensitive. `base` is what their
 * version held before them; drafts of older screens have none.
 */
export type Draft = { key: string; value: Json; base?: Json; version: number; at: string };

/** Where drafts are kept. Every call may fail in a private window; nothing depends on it. */
export type DraftKeeper = {
  read: (prefix: string) => Promise<Draft[]>;
  write: (draft: Draft) => Promise<void>;
  remove: (key: string) => Promise<void>;
};

/** A copy without the fields marked `sensitive`: those are never stored in a browser. */
export function withoutSensitive(value: Json, schema: FieldSchema | undefined): Json {
  if (Array.isArray(value)) return value.map((item) => withoutSensitive(item, schema?.items));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !schema?.properties?.[key]?.sensitive);
  return Object.fromEntries(
    kept.map(([key, item]) => [key, withoutSensitive(item, schema?.properties?.[key])]),
  );
}

/** A draft with its sensitive fields filled in again from what the server holds; rows are matched by id. */
export function withSensitive(draft: Json, stored: Json | undefined, schema: FieldSchema | undefined): Json {
  if (Array.isArray(draft)) {
    return draft.map((item) => withSensitive(item, rowLike(item, stored), schema?.items));
  }
  if (!isObject(draft)) return draft;
  const result: JsonObject = { ...draft };
  const from = isObject(stored) ? stored : {};
  for (const [key, field] of Object.entries(schema?.properties ?? {})) {
    const kept = from[key];
    if (field.sensitive && kept !== undefined) result[key] = kept;
    else if (result[key] !== undefined) result[key] = withSensitive(result[key], kept, field);
  }
  return result;
}

function rowLike(item: Json, stored: Json | undefined): Json | undefined {
  if (!isObject(item) || !Array.isArray(stored)) return undefined;
  return stored.find((other) => isObject(other) && other.id === item.id);
}
