import { isAlwaysAsked } from '#core/compile/index.ts';
import {
  atItem,
  atRecord,
  atSegments,
  eachItem,
  eachRecord,
  isFieldHidden,
  isFilled,
  isHidden,
  isItemRequired,
  isRequired,
  itemKey,
  itemSegments,
  type ResolvedAnswers,
} from '#core/evaluate/index.ts';
import { recordSchema } from '#core/form/index.ts';
import { isObject, valueAt } from '#core/json/index.ts';
import type {
  CompiledField,
  CompiledSection,
  FieldSchema,
  Json,
  JsonObject,
  RuleData,
} from '#core/model/index.ts';

/** Called for every field that lacks its answer, with its keys from the section downwards. */
type Missing = (segments: string[]) => void;

/**
 * The fields that must always be answered. An untouched group is asked for only where it is itself required. Only
 * needed when the first pass failed: the schema has the same requirement.
 */
export function requireAlways(section: CompiledSection, value: Json, missing: Missing): void {
  const schema = recordSchema(section.definition);
  eachRecord(section, value, (record, index) =>
    requireFields(schema, record, index === null ? [] : [String(index)], missing),
  );
  const own = section.kind === 'grid' ? valueAt(value, ['own']) : undefined;
  if (!Array.isArray(own)) return;
  own.forEach((row, index) => {
    if (isObject(row) && !isFilled(row.title)) missing(['own', String(index), 'title']);
  });
}

function requireFields(schema: FieldSchema, record: JsonObject, above: string[], missing: Missing): void {
  const { properties = {}, required } = schema;
  for (const name of Object.keys(properties)) {
    const field = properties[name] ?? {};
    const value = Object.hasOwn(record, name) ? record[name] : undefined;
    if (!isFilled(value)) {
      if (required?.includes(name) && isAlwaysAsked(field)) missingLeaves(field, [...above, name], missing);
    } else if (typeof value === 'object') requireBelow(field, value, [...above, name], missing);
  }
}

function requireBelow(field: FieldSchema, value: Json | undefined, at: string[], missing: Missing): void {
  if (isObject(value)) requireFields(field, value, at, missing);
  const items = field.items;
  if (items?.properties === undefined || !Array.isArray(value)) return;
  value.forEach((item, index) => {
    if (isObject(item)) requireFields(items, item, [...at, String(index)], missing);
  });
}

/** An untouched group lacks each of its required fields; one without any lacks itself. */
function missingLeaves(field: FieldSchema, at: string[], missing: Missing): void {
  const names = Object.keys(field.properties ?? {}).filter((name) => field.required?.includes(name));
  const leaves = names.filter((name) => isAlwaysAsked(field.properties?.[name] ?? {}));
  if (leaves.length === 0) missing(at);
  for (const name of leaves) missingLeaves(field.properties?.[name] ?? {}, [...at, name], missing);
}

const none: string[] = [];

/** Asks for what is missing of a section, where the data are pointed. */
type Asking = (resolved: ResolvedAnswers, data: RuleData, missing: Missing) => void;

/**
 * The fields and items whose answer depends on others: shown ones that are required, by name or by condition. Undefined
 * where the section has none.
 */
export function requiringConditional(section: CompiledSection): Asking | undefined {
  const { id } = section;
  const { asked } = section.plan;
  const lists = section.lists.filter((list) => list.asked.length > 0);
  if (asked.length === 0 && lists.length === 0) return undefined;
  return (resolved, data, missing) => {
    eachRecord(section, resolved.values[id], (record, index) => {
      atRecord(data, resolved, id, record, index);
      const above = index === null ? none : [String(index)];
      for (const field of asked) require(id, field, { record, row: index, above }, resolved, missing);
      for (const list of lists)
        eachItem(record, list.segments, (item, at) => {
          atItem(data, item);
          const of = { record: item, row: itemKey(index, at), above: itemSegments(index, list.segments, at) };
          for (const field of list.asked) require(id, field, of, resolved, missing);
        });
    });
    atItem(data, null);
  };
}

/** A record, by what it is known among what is hidden, and the keys that lead to it. */
type Owner = { record: JsonObject; row: Json; above: string[] };

function require(
  section: string,
  field: CompiledField,
  { record, row, above }: Owner,
  resolved: ResolvedAnswers,
  missing: Missing,
): void {
  if (isFilled(valueAt(record, field.segments)) || !isAsked(field, record)) return;
  const at = () => atSegments(section, [...above, ...field.segments]);
  if (isFieldHidden(resolved.hidden, field, row) || !isRequired(field, resolved.data, resolved, at)) return;
  missingLeaves(field.schema, [...above, ...field.segments], missing);
}

/**
 * A field with a condition of its own is asked for by it; else with the groups in which it stands, where they are
 * there.
 */
function isAsked({ required, optional }: CompiledField, record: JsonObject): boolean {
  return required !== undefined || optional.every((group) => isFilled(valueAt(record, group)));
}

/** The cells of shown items that are required. With `all` also those that the schema holds already. */
export function requireItems(
  section: CompiledSection,
  resolved: ResolvedAnswers,
  data: RuleData,
  all: boolean,
  missing: Missing,
): void {
  if (section.items.length === 0) return;
  const id = section.id;
  for (const item of all ? section.items : section.plan.items) {
    if (isHidden(resolved.hidden, item) || !isItemRequired(id, item, data, resolved)) continue;
    for (const column of section.columns) {
      const path = ['cells', item.id, column.id];
      const cell = valueAt(resolved.values[id], path);
      if (!isFilled(cell)) missingLeaves(item.schema, path, missing);
      else requireBelow(item.schema, cell, path, missing);
    }
  }
}
