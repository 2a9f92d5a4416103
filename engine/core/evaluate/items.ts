import { isObject, type Json, type JsonObject, pointer, valueAt } from '#core/json/index.ts';
import type { CompiledField, CompiledList, CompiledSection } from '#core/model/index.ts';
import { putValue } from './answers.ts';

/** Calls back for each record in a list inside a record. What is no object is passed over. */
export function eachItem(
  record: JsonObject,
  segments: readonly string[],
  visit: (item: JsonObject, at: number) => void,
): void {
  const list = valueAt(record, segments);
  if (!Array.isArray(list)) return;
  list.forEach((item, at) => {
    if (isObject(item)) visit(item, at);
  });
}

/** The record with each record in one of its lists changed; the same one where none changed. */
export function mapItems(
  record: JsonObject,
  segments: readonly string[],
  fresh: Set<JsonObject>,
  change: (item: JsonObject, at: number) => JsonObject,
): JsonObject {
  const list = valueAt(record, segments);
  if (!Array.isArray(list)) return record;
  const items = list.map((item, at) => (isObject(item) ? change(item, at) : item));
  if (items.every((item, at) => item === list[at])) return record;
  return putValue(record, segments, items, fresh);
}

/** The name of an item among what is hidden: its record's index and its own. */
export function itemKey(index: number | null, at: number): Json {
  return `${index ?? ''}/${at}`;
}

/** Where an item stands in a section, as keys. */
export function itemSegments(index: number | null, list: readonly string[], at: number): string[] {
  return [...(index === null ? [] : [String(index)]), ...list, String(at)];
}

/** A field with logic, and the list and the place in it where it stands in one. */
type Found = { field: CompiledField; list?: CompiledList; at?: number };

/** The field with logic to which these keys lead from a record; undefined where none stands there. */
export function fieldWithLogic(
  { fields, lists }: Pick<CompiledSection, 'fields' | 'lists'>,
  segments: readonly string[],
): Found | undefined {
  const path = pointer(...segments);
  const own = fields.find((candidate) => candidate.path === path);
  if (own !== undefined) return { field: own };
  const list = lists.find((known) => path.startsWith(`${known.path}/`));
  const [at = '', ...inside] = segments.slice(list?.segments.length ?? 0);
  const field = list?.fields.find((candidate) => candidate.path === pointer(...inside));
  return list && field && { field, list, at: Number(at) };
}
