import type { JsonObject } from '#core/model/index.ts';

/** Small words for writing JSON Schemas beside routes. Every string has a greatest length, every object is closed. */

/** A text of at most `max` characters. */
export const text = (max = 2000, more: JsonObject = {}): JsonObject => ({
  type: 'string',
  maxLength: max,
  ...more,
});

/** An id in a path or a body: letters, digits, `_` and `-`, at most 64 (a content hash is 64 long). */
export const id: JsonObject = { type: 'string', pattern: '^[0-9A-Za-z_-]{1,64}$' };

/** A name to log in with: letters and digits of any script, and a few signs; nothing invisible. */
export const username: JsonObject = {
  type: 'string',
  maxLength: 40,
  pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{2,39}$',
};

/** A solved task of the human check, in base64. */
export const proof: JsonObject = { type: 'string', minLength: 1, maxLength: 4000 };

/** A version number that a save or an event was read at. */
export const version: JsonObject = { type: 'integer', minimum: 0, maximum: 2147483647 };

export const whole: JsonObject = { type: 'integer' };
export const real: JsonObject = { type: 'number' };
export const flag: JsonObject = { type: 'boolean' };
/** Any JSON; what it may be is told by a definition and checked there. */
export const anything: JsonObject = {};

export const oneOf = (...values: string[]): JsonObject => ({ type: 'string', enum: values });

export const listOf = (items: JsonObject, max?: number): JsonObject =>
  max === undefined ? { type: 'array', items } : { type: 'array', items, maxItems: max };

export const nullable = (schema: JsonObject): JsonObject => ({ anyOf: [schema, { type: 'null' }] });

export const mapOf = (values: JsonObject): JsonObject => ({ type: 'object', additionalProperties: values });

/** A closed object; a key that ends in `?` may be missing. */
export function object(properties: Record<string, JsonObject>): JsonObject {
  const named = Object.entries(properties).map(([key, schema]) => [key.replace(/\?$/, ''), schema] as const);
  const required = Object.keys(properties).filter((key) => !key.endsWith('?'));
  return { type: 'object', properties: Object.fromEntries(named), required, additionalProperties: false };
}
