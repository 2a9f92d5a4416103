import { at, id, integer, json, nullable, primary, text } from '../columns.ts';
import { table } from '../table.ts';
import type { CaseRecord } from '../types.ts';

/** `searchName` is what the case is found by in a queue. */
export type CaseRow = CaseRecord & { searchName: string | null };

/** In a file of its own: cases erase their files, and files count their bytes on the case. */
export const caseTable = table<CaseRow>('cases', {
  id: primary(id()),
  subject: text(20),
  edition: text(64),
  category: id(),
  route: id(),
  ownerUserId: nullable(id()),
  ownerOrganisationId: nullable(id()),
  unitId: nullable(id()),
  cycle: text(60),
  name: text(200),
  stateKey: text(190),
  state: json(),
  context: json(),
  round: integer(),
  version: integer(),
  bytesUsed: integer(),
  createdAt: at(),
  updatedAt: at(),
  enteredAt: at(),
  searchName: nullable(text(400)),
});
