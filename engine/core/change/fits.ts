import { asList, asObject, isObject, type Json, type JsonObject } from '#core/json/index.ts';

/**
 * Where a value does not fit the schema of a change: the way to it, or null where all fits. Reads the few keywords that
 * `kinds/parameters.ts` writes, and compiles nothing.
 */
export function misfitOf(value: Json | undefined, schema: JsonObject, path = ''): string | null {
  if (!fitsItself(value, schema)) return path;
  if (isObject(value)) return misfitBelow(value, schema, path);
  if (!Array.isArray(value) || !isObject(schema.items)) return null;
  const items = schema.items;
  return firstOf(value, (one, index) => misfitOf(one, items, `${path}/${index}`));
}

function misfitBelow(value: JsonObject, schema: JsonObject, path: string): string | null {
  const properties = asObject(schema.properties);
  const missing = asList(schema.required).find((key) => value[String(key)] === undefined);
  if (missing !== undefined) return `${path}/${String(missing)}`;
  return firstOf(Object.keys(value), (key) => {
    const inner = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (isObject(inner))
      return value[key] === undefined ? null : misfitOf(value[key], inner, `${path}/${key}`);
    return schema.additionalProperties === false ? `${path}/${key}` : null;
  });
}

function firstOf<T>(all: readonly T[], find: (one: T, index: number) => string | null): string | null {
  for (const [index, one] of all.entries()) {
    const found = find(one, index);
    if (found !== null) return found;
  }
  return null;
}

function fitsItself(value: Json | undefined, schema: JsonObject): boolean {
  const types = typeof schema.type === 'string' ? [schema.type] : asList(schema.type);
  if (types.length > 0 && !types.some((type) => isOfType(value, String(type)))) return false;
  if (schema.const !== undefined && value !== schema.const) return false;
  const size = typeof value === 'string' || Array.isArray(value) ? value.length : undefined;
  const [least, most] = [schema.minLength ?? schema.minItems ?? 0, schema.maxLength ?? schema.maxItems];
  if (size !== undefined && (size < Number(least) || size > Number(most ?? size))) return false;
  if (typeof value === 'string') return typeof schema.pattern !== 'string' || isLike(value, schema.pattern);
  if (typeof value !== 'number') return true;
  return value >= Number(schema.minimum ?? value) && value <= Number(schema.maximum ?? value);
}

/** The pattern is one of ours, and never anybody's own. */
const isLike = (value: string, pattern: string): boolean => new RegExp(pattern, 'u').test(value);

function isOfType(value: Json | undefined, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}
