import fc from 'fast-check';
import type { Json, JsonObject } from '#core/model/index.ts';
import { formats } from '#core/vocabulary/index.ts';

const KEYS = ['a', 'b', 'c/~', 'constructor'];
const BLANK = ['', ' ', '\u3000', '\ufeff', '\u2003a'];
const WORDS = [
  ...BLANK,
  'a',
  'b',
  'ab',
  '字',
  '𝒳',
  '𝒳𝒳',
  '2026-03-01',
  '2026-02-30',
  '13800000000',
  'x@y.cn',
];
const key = fc.constantFrom(...KEYS);

/** Small values that often fit small schemas. */
export const value: fc.Arbitrary<Json> = fc.letrec<{ any: Json }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<Json>(null, true, false, 0, 1, 2, -1, 1.5, 0.07, 3e9, ...WORDS),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(key, tie('any'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).any;

const limit = fc.integer({ min: 0, max: 3 });
const numbers = {
  minimum: limit,
  maximum: limit,
  exclusiveMinimum: limit,
  exclusiveMaximum: limit,
  multipleOf: fc.constantFrom(0.01, 0.5, 1, 2),
};
const texts = {
  minLength: limit,
  maxLength: limit,
  pattern: fc.constantFrom('\\S', '^[a-z]+$', '^.{2}$'),
  format: fc.constantFrom(...Object.keys(formats)),
};
const values = {
  const: value,
  enum: fc.array(value, { minLength: 1, maxLength: 4 }),
};
const types = ['null', 'boolean', 'number', 'integer', 'string', 'array', 'object'];
const type = fc.oneof(fc.constantFrom(...types), fc.uniqueArray(fc.constantFrom(...types), { minLength: 2 }));

/** Each keyword now and then. */
const some = (record: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(
    Object.fromEntries(
      Object.entries(record).map(([name, one]) => [name, fc.option(one, { nil: undefined, freq: 2 })]),
    ),
  );

/** Schemas of every keyword that is interpreted, in all mixtures; `$ref` leads to `part`, which every root has. */
const inner: fc.Arbitrary<Json> = fc.letrec<{ schema: Json }>((tie) => {
  const schema = tie('schema');
  const schemas = fc.array(schema, { minLength: 1, maxLength: 3 });
  const all: Record<string, fc.Arbitrary<unknown>> = {
    ...{ type, ...numbers, ...texts, ...values },
    ...{ items: schema, minItems: limit, maxItems: limit, uniqueItems: fc.boolean() },
    properties: fc.dictionary(key, schema, { maxKeys: 3, noNullPrototype: true }),
    required: fc.uniqueArray(key),
    additionalProperties: fc.oneof(fc.constant(false), schema),
    propertyNames: schema,
    ...{ minProperties: limit, maxProperties: limit },
    ...{ not: schema, anyOf: schemas, allOf: schemas, if: schema, then: schema, else: schema },
    $ref: fc.constant('#/$defs/part'),
  };
  const few = fc
    .uniqueArray(fc.constantFrom(...Object.keys(all)), { minLength: 1, maxLength: 5 })
    .chain((names) => some(Object.fromEntries(names.map((name) => [name, all[name] ?? fc.constant(true)]))));
  return {
    schema: fc.oneof({ depthSize: 'small', maxDepth: 3 }, fc.constant({ type: 'string' }), few.map(cleaned)),
  };
}).schema;

export const schema: fc.Arbitrary<JsonObject> = fc.tuple(inner, inner).map(([root, part]) => ({
  ...(typeof root === 'object' && root !== null ? (root as JsonObject) : { allOf: [root] }),
  $defs: { part: withoutReferences(part) },
}));

/** JSON has no undefined, and Ajv wants `if` beside `then` and `else`. */
function cleaned(schema: Record<string, unknown>): Json {
  return JSON.parse(JSON.stringify(schema)) as Json;
}

/** What a reference leads to does not lead back: nothing would ever end. */
function withoutReferences(value: Json): Json {
  return JSON.parse(JSON.stringify(value), (name, one) => (name === '$ref' ? undefined : one)) as Json;
}
