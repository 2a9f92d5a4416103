import { at, id, primary, text, within } from '../columns.ts';
import { table } from '../table.ts';
import type { Position } from '../types.ts';

export const positionTable = table<Position>('positions', {
  caseId: within('cases', primary(id())),
  organisationId: primary(id()),
  desk: id(),
  queue: id(),
  cycle: text(60),
  route: id(),
  since: at(),
});
