import { asList, asObject, childAt, isObject } from '#core/json/index.ts';
import type { Json, JsonObject } from '#core/model/index.ts';
import { isUncommon } from '#core/text/index.ts';

/** Whether a value holds anything but what nearly every answer is written with. */
type Search = (value: Json) => boolean;

/** Told without the way to each text: most sections hold nothing of the kind. */
export function holdsUncommon(value: Json): boolean {
  if (typeof value === 'string') return isUncommon(value);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsUncommon);
  for (const key in value) if (holdsUncommon(value[key] ?? null)) return true;
  return false;
}

/**
 * `holdsUncommon` of values that this schema has accepted: only what may be text is read. A grid of numbers has hundreds
 * of cells, and going through the keys of one that are years costs more than all else.
 */
export function searchOf(schema: JsonObject): Search {
  return searching(schema, asObject(schema.$defs)) ?? (() => false);
}

/** Null where no text can stand, or none but what is written out and usual. */
function searching(schema: JsonObject, parts: JsonObject): Search | null {
  const { $ref, anyOf, type, properties, items } = schema;
  if (typeof $ref === 'string') return searching(asObject(parts[$ref.slice('#/$defs/'.length)]), parts);
  const written = schema.enum ?? schema.const;
  if (written !== undefined) return holdsUncommon(written) ? holdsUncommon : null;
  if (Array.isArray(anyOf))
    return anyOf.some((one) => searching(asObject(one), parts)) ? holdsUncommon : null;
  if (type === 'object' && schema.additionalProperties === false)
    return inProperties(asObject(properties), parts);
  if (type === 'array' && isObject(items)) return inElements(searching(items, parts));
  return WITHOUT_TEXT.has(type ?? '') ? null : holdsUncommon;
}

const WITHOUT_TEXT: ReadonlySet<Json> = new Set(['number', 'integer', 'boolean', 'null']);

function inProperties(properties: JsonObject, parts: JsonObject): Search | null {
  const searches = Object.entries(properties).flatMap(([name, part]) => {
    const search = searching(asObject(part), parts);
    return search === null ? [] : [{ name, search }];
  });
  if (searches.length === 0) return null;
  return (value) => {
    for (const { name, search } of searches) if (search(childAt(value, name) ?? null)) return true;
    return false;
  };
}

function inElements(search: Search | null): Search | null {
  return search && ((value) => asList(value).some(search));
}
