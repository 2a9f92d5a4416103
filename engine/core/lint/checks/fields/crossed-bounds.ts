import type { FieldSchema } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

const PAIRS = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['exclusiveMinimum', 'exclusiveMaximum'],
] as const;

/** A minimum above the maximum: no answer is possible. */
export const crossedBounds: Check = {
  code: 'crossed-bounds',
  run: ({ fields, sections }) => [
    ...fields.flatMap(({ schema, pointer }) => checkBounds(schema, pointer)),
    ...sections.flatMap(({ section, pointer }) =>
      section.schema ? checkBounds(section.schema, `${pointer}/schema`) : [],
    ),
  ],
};

function checkBounds(schema: FieldSchema, at: string): Finding[] {
  return PAIRS.flatMap(([least, most]) => {
    const [low, high] = [schema[least], schema[most]];
    return low !== undefined && high !== undefined && low > high
      ? [{ at: `${at}/${least}`, params: { least, low, most, high } }]
      : [];
  });
}
