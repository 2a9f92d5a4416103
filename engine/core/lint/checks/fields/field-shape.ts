import { placeholdersOf } from '#core/json/index.ts';
import type { FieldSchema } from '#core/model/index.ts';
import type { Check } from '../../context.ts';

const MOST_DEPTH = 4;

/** A field without a type, nested too deep, or with a `text` or `blank` that has no effect. */
export const fieldShape: Check = {
  code: 'field-shape',
  run: ({ fields }) =>
    fields.flatMap(({ schema, pointer, depth, path, overlay }) => [
      ...(schema.type === undefined && !overlay
        ? [{ at: pointer, sentence: 'field-shape.type' as const }]
        : []),
      ...(schema.type === 'object' && schema.properties === undefined
        ? [{ at: pointer, sentence: 'field-shape.properties' as const }]
        : []),
      ...(schema.type === 'array' && schema.items === undefined
        ? [{ at: pointer, sentence: 'field-shape.items' as const }]
        : []),
      ...(depth > MOST_DEPTH
        ? [{ at: pointer, sentence: 'field-shape.depth' as const, params: { path, most: MOST_DEPTH } }]
        : []),
      ...placeholders(schema).map((word) => ({
        at: `${pointer}/text`,
        sentence: 'field-shape.text' as const,
        params: { word },
      })),
    ]),
};

/** The words in braces that name no field of the object. */
function placeholders(schema: FieldSchema): string[] {
  if (schema.type !== 'object' || schema.text === undefined) return [];
  const { properties = {} } = schema;
  return placeholdersOf(schema.text).filter((word) => !Object.hasOwn(properties, word));
}
