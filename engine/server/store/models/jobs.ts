import { at, id, integer, json, nullable, primary, text } from '../columns.ts';
import { table } from '../table.ts';
import type { Job } from '../types.ts';

export const jobTable = table<Job>('jobs', {
  id: primary(id()),
  kind: id(),
  payload: json(),
  status: text(20),
  leasedUntil: nullable(at()),
  attempts: integer(),
  result: nullable(json()),
  createdAt: at(),
});
