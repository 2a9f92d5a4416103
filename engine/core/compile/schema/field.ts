import { limits, ownChoices } from '#core/form/index.ts';
import type { FieldSchema, Json, JsonObject, LogicScope } from '#core/model/index.ts';
import { validEntries } from '../codes.ts';

/** What the schema of a field depends on besides the field. */
export type SchemaScope = Pick<LogicScope, 'codes' | 'cycle'>;

/** Keywords that mean in JSON Schema what they mean in a definition. */
const standard = [
  'const',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'pattern',
  'format',
  'minItems',
  'uniqueItems',
] as const satisfies (keyof FieldSchema)[];

/**
 * Projects a field to standard JSON Schema. `asked` says that an answer must be there: blank text and empty
 * lists are no answers. Throws when the field names a code list that the edition does not have.
 */
export function projectField(field: FieldSchema, scope: SchemaScope, asked = false): JsonObject {
  const schema =
    field.code === undefined && ownChoices(field) === undefined
      ? plain(field, scope, asked)
      : listed(field, scope);
  return field.derive === undefined ? withNone(schema, field) : nullable(withNone(schema, field));
}

/**
 * Must be answered whatever the other answers are: what a condition or a derivation decides is not part of the
 * schema.
 */
export function isAlwaysAsked(field: FieldSchema): boolean {
  return field.visibleWhen === undefined && field.derive === undefined;
}

/** The type of a field; one that names none is what its other keywords make it. */
export function typeOf(field: FieldSchema): NonNullable<FieldSchema['type']> {
  if (field.type !== undefined) return field.type;
  if (field.properties !== undefined) return 'object';
  return field.items === undefined ? 'string' : 'array';
}

/** A choice: the codes valid at the cycle's date, or the definition's own list. */
function listed(field: FieldSchema, scope: SchemaScope): JsonObject {
  const values = field.code === undefined ? valuesOf(field) : codesOf(field.code, scope);
  if (hasNone(field) && !values.includes(field.none)) values.push(field.none);
  // A list without any valid entry refuses everything but the blank text, which is no answer anyway.
  return { type: typeOf(field), enum: values.length === 0 ? [''] : values };
}

/** The word is one of the values; beside numbers it is of another type. */
function hasNone(field: FieldSchema): field is FieldSchema & { none: string } {
  return field.none !== undefined && typeOf(field) === 'string';
}

/** The values of its own; of a field that holds one of them alone, that one. */
function valuesOf(field: FieldSchema): Json[] {
  const values = (ownChoices(field) ?? []).map(({ value }) => value);
  return field.const === undefined ? values : values.filter((value) => value === field.const);
}

function codesOf(id: string, scope: SchemaScope): Json[] {
  const list = scope.codes[id];
  if (list === undefined) throw new Error(`A field names the unknown code list '${id}'`);
  return validEntries(list, scope.cycle.asOf).map((entry) => entry.code);
}

function plain(field: FieldSchema, scope: SchemaScope, asked: boolean): JsonObject {
  const schema: JsonObject = { type: typeOf(field) };
  for (const keyword of standard) {
    const value = field[keyword];
    if (value !== undefined) schema[keyword] = value;
  }
  return { ...schema, ...parts[typeOf(field)](field, scope, asked) };
}

const nothing = (): JsonObject => ({});

/** What a type adds: the engine's limits, and what it holds. */
const parts: Record<
  NonNullable<FieldSchema['type']>,
  (field: FieldSchema, scope: SchemaScope, asked: boolean) => JsonObject
> = {
  string: textParts,
  object: objectParts,
  array: listParts,
  number: nothing,
  integer: nothing,
  boolean: nothing,
};

function textParts(field: FieldSchema, _scope: SchemaScope, asked: boolean): JsonObject {
  const schema: JsonObject = { maxLength: field.maxLength ?? limits.text };
  if (!asked || field.format !== undefined || field.const !== undefined) return schema;
  return field.pattern === undefined
    ? { ...schema, pattern: '\\S' }
    : { ...schema, allOf: [{ type: 'string', pattern: '\\S' }] };
}

function listParts(field: FieldSchema, scope: SchemaScope, asked: boolean): JsonObject {
  const schema: JsonObject = {
    maxItems: field.maxItems ?? limits.rows,
    items: projectField(field.items ?? {}, scope),
  };
  return asked ? { ...schema, minItems: Math.max(1, field.minItems ?? 1) } : schema;
}

function objectParts(field: FieldSchema, scope: SchemaScope, asked: boolean): JsonObject {
  const properties: JsonObject = {};
  const required: string[] = [];
  for (const [name, part] of Object.entries(field.properties ?? {})) {
    const isAsked = isAlwaysAsked(part) && (field.required ?? []).includes(name);
    properties[name] = projectField(part, scope, isAsked);
    if (isAsked) required.push(name);
  }
  const schema: JsonObject = { properties, required, additionalProperties: false };
  return asked && required.length === 0 ? { ...schema, minProperties: 1 } : schema;
}

/** Lets the word for "there is none" through where the schema would refuse it. */
function withNone(schema: JsonObject, field: FieldSchema): JsonObject {
  if (field.none === undefined || (schema.enum !== undefined && hasNone(field))) return schema;
  return { anyOf: [schema, { const: field.none }] };
}

/** A computed value may be missing: what it is computed from is asked for, not it. */
function nullable(schema: JsonObject): JsonObject {
  return { anyOf: [schema, { type: 'null' }] };
}
