import type { Json, JsonObject } from '#core/json/index.ts';
import { allOf, type Check, type Compiler, fail, isEqual, type Keyword } from '../check.ts';

const constant: Keyword = (schema) => {
  const wanted = schema.const;
  const params = { allowedValue: wanted };
  return (value, at, errors) =>
    isEqual(value, wanted) || fail(errors, { at, keyword: 'const', params, schema, value });
};

/** Long lists of plain values are looked up. */
const enumeration: Keyword = (schema) => {
  const allowed = listOf(schema, 'enum');
  const params = { allowedValues: allowed };
  const plain = new Set<Json>(allowed.filter((one) => typeof one !== 'object' || one === null));
  const others = allowed.filter((one) => !plain.has(one));
  return (value, at, errors) =>
    plain.has(value) ||
    others.some((one) => isEqual(value, one)) ||
    fail(errors, { at, keyword: 'enum', params, schema, value });
};

const not: Keyword = (schema, compiler) => {
  const check = compiler.check(schema.not ?? null);
  return (value, at, errors) =>
    check?.(value, at, null) === false || fail(errors, { at, keyword: 'not', params: {}, schema, value });
};

/** The errors of branches that failed are only of interest where all of them did. */
const anyOf: Keyword = (schema, compiler) => {
  const checks = checksOf(schema, 'anyOf', compiler);
  if (checks.length < listOf(schema, 'anyOf').length) return null;
  return (value, at, errors) => {
    const before = errors?.length ?? 0;
    for (const check of checks) {
      if (!check(value, at, errors)) continue;
      errors?.splice(before);
      return true;
    }
    return fail(errors, { at, keyword: 'anyOf', params: {}, schema, value });
  };
};

const all: Keyword = (schema, compiler) => {
  const checks = checksOf(schema, 'allOf', compiler);
  return checks.length === 0 ? null : allOf(checks);
};

/** `then` and `else` say nothing by themselves. */
const condition: Keyword = (schema, compiler) => {
  const asked = compiler.check(schema.if ?? null);
  const branches = { then: branch(schema, 'then', compiler), else: branch(schema, 'else', compiler) };
  return (value, at, errors) => {
    const failingKeyword = asked === null || asked(value, at, null) ? 'then' : 'else';
    const check = branches[failingKeyword];
    if (check === null || check(value, at, errors)) return true;
    return fail(errors, { at, keyword: 'if', params: { failingKeyword }, schema, value });
  };
};

const reference: Keyword = (schema, compiler) => compiler.refer(String(schema.$ref));

function branch(schema: JsonObject, key: 'then' | 'else', compiler: Compiler): Check | null {
  const inner = schema[key];
  return inner === undefined ? null : compiler.check(inner);
}

function listOf(schema: JsonObject, keyword: string): Json[] {
  const list = schema[keyword];
  if (!Array.isArray(list)) throw new Error(`'${keyword}' of a schema takes a list`);
  return list;
}

/** The checks of a list of schemas; those that every value fits have none. */
function checksOf(schema: JsonObject, keyword: string, compiler: Compiler): Check[] {
  return listOf(schema, keyword).flatMap((inner) => compiler.check(inner) ?? []);
}

/** Keywords for values of every type, in Ajv's order. */
export const ofValues: [string, Keyword][] = [
  ['$ref', reference],
  ['const', constant],
  ['enum', enumeration],
  ['not', not],
  ['anyOf', anyOf],
  ['allOf', all],
  ['if', condition],
];
