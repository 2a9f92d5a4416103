import { at, id, integer, json, nullable, primary, within } from '../columns.ts';
import { table } from '../table.ts';
import type { CaseEvent } from '../types.ts';

export const eventTable = table<CaseEvent>('events', {
  id: primary(id()),
  caseId: within('cases', id()),
  seq: integer(),
  event: id(),
  by: id(),
  userId: nullable(id()),
  organisationId: nullable(id()),
  fromState: json(),
  toState: json(),
  input: json(),
  round: integer(),
  at: at(),
});
