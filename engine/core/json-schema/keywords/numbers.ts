import { isMultipleOf } from '#core/json/index.ts';
import { fail, type Keyword, limiting } from '../check.ts';

/** By decimals: 0.07 is a multiple of 0.01. */
const multipleOf: Keyword<number> = (schema) => {
  const step = Number(schema.multipleOf);
  const params = { multipleOf: step };
  return (value, at, errors) =>
    isMultipleOf(value, step) || fail(errors, { at, keyword: 'multipleOf', params, schema, value });
};

/** Keywords for numbers, in Ajv's order. */
export const ofNumbers: [string, Keyword<number>][] = [
  ['maximum', limiting('maximum', (value, limit) => !(value <= limit), { comparison: '<=' })],
  ['minimum', limiting('minimum', (value, limit) => !(value >= limit), { comparison: '>=' })],
  ['exclusiveMaximum', limiting('exclusiveMaximum', (value, limit) => !(value < limit), { comparison: '<' })],
  ['exclusiveMinimum', limiting('exclusiveMinimum', (value, limit) => !(value > limit), { comparison: '>' })],
  // Formats are of texts; Ajv only looks at numbers here.
  ['format', () => null],
  ['multipleOf', multipleOf],
];
