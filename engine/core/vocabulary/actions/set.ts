import type { ActionDefinition } from './action.ts';

/** Keeps a computed value with the case, read as `case.vars.<key>`. */
export const set: ActionDefinition = {
  name: 'set',
  subject: 'any',
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['key', 'value'],
    properties: {
      key: { type: 'string', pattern: '^[a-z][A-Za-z0-9]{0,39}$' },
      value: { type: ['null', 'boolean', 'number', 'string', 'array', 'object'] },
      source: { type: 'string' },
    },
  },
};
