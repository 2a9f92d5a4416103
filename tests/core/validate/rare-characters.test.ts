import { expect, it } from 'vitest';
import { ajvFor } from '#core/compile/ajv.ts';
import type { Json, JsonObject } from '#core/model/index.ts';
import { holdsUncommon, searchOf } from '../../../engine/core/validate/characters/search.ts';

const text = { type: 'string', maxLength: 40 };
const cells = { type: 'object', properties: { 2025: { $ref: '#/$defs/cell' } }, additionalProperties: false };
const schema: JsonObject = {
  type: 'object',
  properties: {
    name: text,
    count: { type: 'integer' },
    computed: { anyOf: [text, { type: 'null' }] },
    choice: { type: 'string', enum: ['usual', '䶮\uE863'] },
    rows: {
      type: 'array',
      items: { type: 'object', properties: { note: text }, additionalProperties: false },
    },
    cells,
  },
  additionalProperties: false,
  $defs: { cell: { anyOf: [{ type: 'number' }, { const: '/' }] } },
};

it.each<Json>([
  { name: 'usual', count: 2, cells: { 2025: 3 } },
  { name: 'rare \uE863' },
  { computed: '\uE863' },
  { computed: null, cells: { 2025: '/' } },
  { choice: '䶮\uE863' },
  { rows: [{ note: 'usual' }, { note: '\uE863' }] },
  {},
])('a rare character is found wherever the schema lets text stand: %j', (value) => {
  expect(ajvFor(false).validate(schema, value)).toBe(true);
  expect(searchOf(schema)(value)).toBe(holdsUncommon(value));
});
