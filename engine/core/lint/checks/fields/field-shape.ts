import { placeholdersOf } from '#core/json/index.ts';
import type { FieldSchema } from '#core/model/index.ts';
import type { Check } from '../../context.ts';

const MOST_DEPTH = 4;

/** A field without a type, nested too deep, or with a `text` or `blank` that has no effect. */
export const fieldShape: Check = {
  code: 'field-shape',
  run: ({ fields }) =>
    fields.flatMap(({ schema, pointer, depth, name, path, overlay }) => [
      ...(schema.type === undefined && !overlay
        ? [{ at: pointer, message: `Field "${name}" has no type` }]
        : []),
      ...(schema.type === 'object' && schema.properties === undefined
        ? [{ at: pointer, message: `Object "${name}" has no properties` }]
        : []),
      ...(schema.type === 'array' && schema.items === undefined
        ? [{ at: pointer, message: `List "${name}" does not say what its items are` }]
        : []),
      ...(depth > MOST_DEPTH
        ? [{ at: pointer, message: `"${path}" is nested deeper than ${MOST_DEPTH} levels` }]
        : []),
      ...placeholders(schema).map((word) => ({
        at: `${pointer}/text`,
        message: `"{${word}}" names no field of "${name}"`,
      })),
    ]),
};

/** The words in braces that name no field of the object. */
function placeholders(schema: FieldSchema): string[] {
  if (schema.type !== 'object' || schema.text === undefined) return [];
  const { properties = {} } = schema;
  return placeholdersOf(schema.text).filter((word) => !Object.hasOwn(properties, word));
}
