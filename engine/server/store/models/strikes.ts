import { at, id, long, primary, within } from '../columns.ts';
import { table } from '../table.ts';
import type { Strike } from '../types.ts';

export const strikeTable = table<Strike>('strikes', {
  caseId: within('cases', primary(id())),
  section: primary(id()),
  row: primary(id()),
  desk: id(),
  note: long(),
  at: at(),
});
