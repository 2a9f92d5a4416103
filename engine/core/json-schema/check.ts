import { isObject, type Json, type JsonObject, pointer } from '#core/json/index.ts';

/** What a value does against a schema; the first three are what Ajv reports. */
export type SchemaError = {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
  /** The schema that the keyword stands in, and the value that it refuses. */
  schema: JsonObject;
  value: Json;
  /** The error is about this key of the object, not about a value. */
  propertyName?: string;
};

/**
 * Whether a value fits. With a list every error is added to it, in Ajv's order; without one (null) the first error ends
 * the check, and `at` means nothing.
 */
export type Check = (value: Json, at: string, errors: SchemaError[] | null) => boolean;

/** A check of the values of one type; those of others never reach it. */
export type TypedCheck<T extends Json> = (value: T, at: string, errors: SchemaError[] | null) => boolean;

/** What keywords need to compile what stands inside of them. */
export type Compiler = {
  /** The check of a schema inside of this one; null where every value fits. */
  check(schema: Json): Check | null;
  /** The check of what a `$ref` names. */
  refer(reference: string): Check;
  /** Whether a text is of a format. Throws for a format that is not there. */
  format(name: string): (text: string) => boolean;
};

/** What a keyword makes of its schema; null where it refuses nothing. */
export type Keyword<T extends Json = Json> = (schema: JsonObject, compiler: Compiler) => TypedCheck<T> | null;

/** Adds an error, where errors are collected. Always false: the value does not fit. */
export function fail(
  errors: SchemaError[] | null,
  error: Omit<SchemaError, 'instancePath'> & { at: string },
): false {
  if (errors === null) return false;
  const { at, ...rest } = error;
  errors.push({ instancePath: at, ...rest });
  return false;
}

/** Where a part stands: only asked for where errors are collected. */
export function childPath(at: string, key: string | number, errors: SchemaError[] | null): string {
  return errors === null ? at : at + pointer(key);
}

/** A keyword whose value is compared with a limit: refuses what `exceeds` it. */
export function limiting<T extends Json>(
  keyword: string,
  exceeds: (value: T, limit: number) => boolean,
  comparison: { comparison?: string } = {},
): Keyword<T> {
  return (schema) => {
    const limit = Number(schema[keyword]);
    const params = { ...comparison, limit };
    return (value, at, errors) =>
      exceeds(value, limit) ? fail(errors, { at, keyword, params, schema, value }) : true;
  };
}

/** One check of several, in their order. */
export function allOf<T extends Json>(checks: TypedCheck<T>[]): TypedCheck<T> {
  const [only, second] = checks;
  if (only && !second) return only;
  return (value, at, errors) => {
    let fits = true;
    for (const check of checks) {
      if (check(value, at, errors)) continue;
      if (errors === null) return false;
      fits = false;
    }
    return fits;
  };
}

/** Equal as Ajv compares: the order of keys does not matter, that of elements does. */
export function isEqual(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isEqual(item, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]))
  );
}
