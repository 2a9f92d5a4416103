import { id, primary, text } from '../columns.ts';
import { table } from '../table.ts';
import type { Bar } from '../types.ts';

export const barTable = table<Bar>('bars', {
  hash: primary(text(64)),
  cycle: primary(text(60)),
  route: primary(id()),
  caseId: id(),
});
