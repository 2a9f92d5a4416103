import { id, primary, text } from '../columns.ts';
import { DuplicateError } from '../errors.ts';
import type { UniqueValue } from '../records/index.ts';
import { find, findOne, insertNew, remove } from '../rows.ts';
import { table } from '../table.ts';
import type { Tx } from '../tx.ts';

/** Values that only one account may hold, as keyed hashes. */
export const uniqueValueTable = table<UniqueValue>('unique_values', {
  binding: primary(text(80)),
  hash: primary(text(64)),
  caseId: id(),
});

/** Unique values, claimed by the case of a registration. */
export const uniqueValues = {
  /** Claiming again for the same case is no error. Throws DuplicateError when another case holds it. */
  async claim(tx: Tx, value: UniqueValue): Promise<void> {
    if (await insertNew(tx, uniqueValueTable, value)) return;
    const holder = await uniqueValues.holder(tx, value.binding, value.hash);
    if (holder !== value.caseId) throw new DuplicateError(value.binding);
  },

  /** Gives back what the case holds: all, or of one binding. */
  async release(tx: Tx, caseId: string, binding?: string): Promise<void> {
    await remove(tx, uniqueValueTable, binding === undefined ? { caseId } : { caseId, binding });
  },

  ofCase: (tx: Tx, caseId: string): Promise<UniqueValue[]> => find(tx, uniqueValueTable, { caseId }),

  async holder(tx: Tx, binding: string, hash: string): Promise<string | null> {
    return (await findOne(tx, uniqueValueTable, { binding, hash }))?.caseId ?? null;
  },
};
