import type { ActionDefinition } from '../actions/action.ts';

/** The event's input becomes a section, or one field of it. */
export const write: ActionDefinition = {
  name: 'write',
  subject: 'any',
  params: {
    type: 'object',
    additionalProperties: false,
    required: ['section'],
    properties: { section: { type: 'string' }, field: { type: 'string' }, source: { type: 'string' } },
  },
};
