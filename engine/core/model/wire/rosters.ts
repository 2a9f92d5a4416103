import { type Static, Type } from 'typebox';
import { id, text } from './parts.ts';

/** GET /api/rosters/:id?…: the queue to write out; every further parameter is a filter of the roster. */
export const RosterSearch = Type.Object(
  { queue: id },
  { additionalProperties: text(200), maxProperties: 20 },
);
export type RosterSearch = Static<typeof RosterSearch>;
