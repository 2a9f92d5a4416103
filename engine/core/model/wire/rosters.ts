import { type Static, Type } from 'typebox';
import { closed, id, text } from './parts.ts';

/**
 * POST /api/rosters/:id: the queue to write out, and wanted values by the ids of the roster's filters. In a body,
 * because names and numbers are looked for, and addresses are logged on their way.
 */
export const RosterRequest = closed({
  queue: id,
  cycle: Type.Optional(text(60)),
  filters: Type.Optional(
    Type.Unsafe<Record<string, string>>({
      type: 'object',
      additionalProperties: text(200),
      maxProperties: 20,
    }),
  ),
});
export type RosterRequest = Static<typeof RosterRequest>;
