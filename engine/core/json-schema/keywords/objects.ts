import { asList, asObject, type JsonObject } from '#core/json/index.ts';
import { type Check, childPath, fail, type Keyword, limiting, type SchemaError } from '../check.ts';

const has = (value: JsonObject, key: string): boolean =>
  Object.hasOwn(value, key) && value[key] !== undefined;
const keyCount = (value: JsonObject): number => Object.keys(value).length;

const required: Keyword<JsonObject> = (schema) => {
  const keys = asList(schema.required).map(String);
  if (keys.length === 0) return null;
  return (value, at, errors) => {
    let fits = true;
    for (const missingProperty of keys) {
      if (has(value, missingProperty)) continue;
      fits = fail(errors, { at, keyword: 'required', params: { missingProperty }, schema, value });
      if (errors === null) return false;
    }
    return fits;
  };
};

/** Whoever has one key must have others. */
const dependentRequired: Keyword<JsonObject> = (schema) => {
  const dependencies = Object.entries(asObject(schema.dependentRequired));
  return (value, at, errors) => {
    let fits = true;
    for (const [property, needed] of dependencies) {
      if (!has(value, property)) continue;
      for (const missingProperty of asList(needed).map(String)) {
        if (has(value, missingProperty)) continue;
        const params = { property, missingProperty };
        fits = fail(errors, { at, keyword: 'dependentRequired', params, schema, value });
      }
    }
    return fits;
  };
};

/** What is wrong with a key carries its name, and stands where the object does. */
const propertyNames: Keyword<JsonObject> = (schema, compiler) => {
  const check = compiler.check(schema.propertyNames ?? null);
  if (check === null) return null;
  return (value, at, errors) => {
    let fits = true;
    for (const propertyName of Object.keys(value)) {
      const before = errors?.length ?? 0;
      if (check(propertyName, at, errors)) continue;
      for (const error of errors?.slice(before) ?? []) error.propertyName = propertyName;
      fits = fail(errors, { at, keyword: 'propertyNames', params: { propertyName }, schema, value });
      if (errors === null) return false;
    }
    return fits;
  };
};

const additionalProperties: Keyword<JsonObject> = (schema, compiler) => {
  const named = new Set(Object.keys(asObject(schema.properties)));
  const rest = schema.additionalProperties ?? true;
  const check = rest === false ? refuseKey(schema) : asPart(compiler.check(rest));
  if (check === null) return null;
  return (value, at, errors) => {
    let fits = true;
    for (const key of Object.keys(value)) {
      if (named.has(key) || check(value, key, at, errors)) continue;
      if (errors === null) return false;
      fits = false;
    }
    return fits;
  };
};

type PartCheck = (value: JsonObject, key: string, at: string, errors: SchemaError[] | null) => boolean;

function refuseKey(schema: JsonObject): PartCheck {
  return (value, additionalProperty, at, errors) =>
    fail(errors, { at, keyword: 'additionalProperties', params: { additionalProperty }, schema, value });
}

function asPart(check: Check | null): PartCheck | null {
  return check && ((value, key, at, errors) => check(value[key] ?? null, childPath(at, key, errors), errors));
}

const properties: Keyword<JsonObject> = (schema, compiler) => {
  const checks = Object.entries(asObject(schema.properties)).flatMap(([key, inner]): [string, Check][] => {
    const check = compiler.check(inner);
    return check === null ? [] : [[key, check]];
  });
  if (checks.length === 0) return null;
  return (value, at, errors) => {
    let fits = true;
    for (const [key, check] of checks) {
      if (!has(value, key) || check(value[key] ?? null, childPath(at, key, errors), errors)) continue;
      if (errors === null) return false;
      fits = false;
    }
    return fits;
  };
};

/** Keywords for objects, in Ajv's order. */
export const ofObjects: [string, Keyword<JsonObject>][] = [
  ['maxProperties', limiting('maxProperties', (value, limit) => keyCount(value) > limit)],
  ['minProperties', limiting('minProperties', (value, limit) => keyCount(value) < limit)],
  ['required', required],
  ['propertyNames', propertyNames],
  ['additionalProperties', additionalProperties],
  ['properties', properties],
  // Ajv has it only in later drafts, after all others.
  ['dependentRequired', dependentRequired],
];
