import { id, primary, text } from '../columns.ts';
import { table } from '../table.ts';
import type { UniqueValue } from '../types.ts';

export const uniqueValueTable = table<UniqueValue>('unique_values', {
  binding: primary(text(80)),
  hash: primary(text(64)),
  caseId: id(),
});
