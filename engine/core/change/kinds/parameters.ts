import type { Json, JsonObject } from '#core/model/index.ts';
import type { LeafEffect } from '../model.ts';

/** What somebody calls something is no blank. */
const name = { type: 'string', minLength: 1, maxLength: 200, pattern: '\\S' };
const text = { type: 'string', maxLength: 20_000 };
/** A stretch of a template: no longer than a template may be. */
const markup = { type: 'string', maxLength: 70_000 };
const keys = { type: 'array', items: name, maxItems: 2_000 };
const object = { type: 'object' };
/** Of what has a title it is no blank, either; `null` takes one away. */
const titled = { ...object, properties: { title: { pattern: '\\S' } } };

/** Every parameter that a change may have. */
const SCHEMAS = {
  ...{ cycle: name, section: name, category: name, field: name, item: name, slot: name, rule: name },
  ...{ list: name, code: name, route: name, state: name, event: name, desk: name, like: name },
  ...{
    roster: name,
    column: name,
    sheet: name,
    language: name,
    fact: name,
    file: name,
    part: name,
    id: name,
  },
  ...{ title: name, menu: name, page: name, from: name, to: name, target: name, limit: name },
  ...{ find: text, text, until: text, successor: name, name },
  after: { type: ['string', 'null'], maxLength: 200 },
  nth: { type: 'integer', minimum: 0, maximum: 10_000 },
  way: { type: 'array', items: name, maxItems: 40 },
  ...{ order: keys, charts: keys, columns: { ...keys, minItems: 1, maxItems: 40 } },
  ...{ setting: name, group: name },
  acts: {
    type: 'object',
    additionalProperties: false,
    properties: {
      block: name,
      property: { type: 'string', pattern: '^(--)?[a-z][a-z-]{0,39}$' },
      unit: { type: 'string', pattern: '^([a-z]{1,3}|%)?$' },
    },
  },
  ...{ block: name, table: name, was: markup, markup, left: markup, right: markup },
  arrows: {
    type: 'array',
    minItems: 1,
    maxItems: 50,
    items: {
      type: 'object',
      required: ['state', 'event'],
      additionalProperties: false,
      properties: { state: name, event: name, target: name },
    },
  },
  ...{ isRequired: { type: 'boolean' }, resumes: { type: 'boolean' } },
  ...{ back: name },
  opinion: {
    type: 'object',
    required: ['section', 'field'],
    additionalProperties: false,
    properties: { section: name, field: name },
  },
  ...{ patch: titled, schema: titled, element: titled },
  ...{ patches: object, ui: object, finder: object },
  number: { type: 'number' },
  value: {},
  content: {},
  operations: { type: 'array', maxItems: 10_000, items: object },
  effects: { type: 'array', maxItems: 10_000, items: object },
  of: object,
} satisfies Record<string, JsonObject>;

/** What the value of a parameter is, where it is no text. */
type Shaped = {
  after: string | null;
  nth: number;
  way: string[];
  order: string[];
  charts: string[];
  columns: string[];
  arrows: { state: string; event: string; target?: string }[];
  isRequired: boolean;
  resumes: boolean;
  opinion: { section: string; field: string };
  acts: { block?: string; property?: string; unit?: string };
  patch: JsonObject;
  patches: JsonObject;
  schema: JsonObject;
  ui: JsonObject;
  element: JsonObject;
  finder: JsonObject;
  number: number;
  value: Json;
  content: Json;
  operations: JsonObject[];
  effects: LeafEffect[];
  of: { kind: string; [parameter: string]: Json };
};

export type ParameterName = keyof typeof SCHEMAS;
type ValueOf<K extends ParameterName> = K extends keyof Shaped ? Shaped[K] : string;
export type ParametersOf<R extends ParameterName, O extends ParameterName> = { [K in R]: ValueOf<K> } & {
  [K in O]?: ValueOf<K>;
};

/** The JSON Schema of a change of a kind with these parameters. */
export function parameterSchema(
  kind: string,
  required: readonly ParameterName[],
  optional: readonly ParameterName[],
): JsonObject {
  const own = [...required, ...optional].map((parameter) => [parameter, SCHEMAS[parameter]] as const);
  return {
    type: 'object',
    required: ['kind', ...required],
    additionalProperties: false,
    properties: { kind: { const: kind }, reason: text, ...Object.fromEntries(own) },
  };
}
