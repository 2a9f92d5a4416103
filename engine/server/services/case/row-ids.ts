import { isObject } from '#core/json/index.ts';
import type { CompiledSection, Json } from '#core/model/index.ts';
import { newId } from '#server/crypto/index.ts';

/** Rows that come without an id get one; a list of anything else is left for the check of its shape. */
export function withRowIds(section: CompiledSection, value: Json): Json {
  if (section.definition.kind === 'table' && Array.isArray(value)) return value.map(withId);
  if (section.definition.kind !== 'grid' || !isObject(value) || !Array.isArray(value.own)) return value;
  return { ...value, own: value.own.map(withId) };
}

const withId = (row: Json): Json => (isObject(row) && row.id === undefined ? { ...row, id: newId() } : row);
