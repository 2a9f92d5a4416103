import { pointer } from '#core/json/index.ts';
import type { Check } from '../../context.ts';

/** A word for a value that the field does not have: misspelt, or left over. */
export const wordNamesNothing: Check = {
  code: 'word-names-nothing',
  run: ({ fields }) =>
    fields.flatMap(({ schema, pointer: at, overlay }) => {
      const values = [...(schema.enum ?? []), schema.none, schema.blank].map(String);
      return Object.keys(overlay ? {} : (schema.words ?? {}))
        .filter((value) => !values.includes(value))
        .map((value) => ({ at: at + pointer('words', value), params: { value } }));
    }),
};
