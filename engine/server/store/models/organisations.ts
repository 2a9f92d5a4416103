import { at, id, integer, json, nullable, primary, text } from '../columns.ts';
import { table } from '../table.ts';
import type { Organisation } from '../types.ts';

export const organisationTable = table<Organisation>('organisations', {
  id: primary(id()),
  kind: id(),
  name: text(200),
  searchName: text(500),
  parentId: nullable(id()),
  path: text(512),
  level: integer(),
  status: text(20),
  caseId: nullable(id()),
  attributes: json(),
  createdAt: at(),
  version: integer(),
});
