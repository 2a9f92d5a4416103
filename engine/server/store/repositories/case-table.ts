import type { Json } from '#core/model/index.ts';
import { at, id, integer, json, nullable, primary, text } from '../columns.ts';
import type { CaseRecord } from '../records/index.ts';
import { table } from '../table.ts';

/**
 * `searchName` is what the case is found by in a queue, `listing` what lists show of it. `listed`: 1 = the listing holds,
 * 0 = there is none, null = it is to be made.
 */
export type CaseRow = CaseRecord & {
  searchName: string | null;
  listed: number | null;
  listing: Json;
};

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
  listed: nullable(integer()),
  listing: nullable(json()),
});

const ASIDE: string[] = ['searchName', 'listed', 'listing'];

/** What a record holds; what it is found and listed by stays in the table. */
export const PLAIN_CASE = {
  attributes: (Object.keys(caseTable.columns) as (keyof CaseRow)[]).filter((key) => !ASIDE.includes(key)),
};
