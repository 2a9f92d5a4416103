import { isObject, type Json, type JsonObject } from '#core/json/index.ts';
import { type Check, fail } from './check.ts';

const TESTS: Record<string, (value: Json) => boolean> = {
  null: (value) => value === null,
  boolean: (value) => typeof value === 'boolean',
  number: (value) => Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  string: (value) => typeof value === 'string',
  array: (value) => Array.isArray(value),
  object: isObject,
};

/** The types that a schema names; none where it takes all of them. */
export function typesOf({ type }: JsonObject): string[] {
  return type === undefined ? [] : [type].flat().map(String);
}

/** Whether a value is of a type. Throws for a type that JSON Schema does not have. */
export function typeTest(type: string): (value: Json) => boolean {
  const test = Object.hasOwn(TESTS, type) ? TESTS[type] : undefined;
  if (test === undefined) throw new Error(`A schema names the type '${type}', which is none of JSON`);
  return test;
}

/** Refuses values of other types than the schema names. */
export function ofType(schema: JsonObject): Check {
  const tests = typesOf(schema).map(typeTest);
  const [only, second] = tests;
  const test = only && !second ? only : (value: Json) => tests.some((one) => one(value));
  const params = { type: schema.type };
  return (value, at, errors) => test(value) || fail(errors, { at, keyword: 'type', params, schema, value });
}
