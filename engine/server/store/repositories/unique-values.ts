import { DuplicateError } from '../errors.ts';
import { uniqueValueTable } from '../models/unique-values.ts';
import { drop, find, insertNew, one } from '../rows.ts';
import type { UniqueValueRepository } from '../signatures/index.ts';

export const uniqueValues: UniqueValueRepository = {
  async claim(tx, value) {
    if (await insertNew(tx, uniqueValueTable, value)) return;
    const holder = await uniqueValues.holder(tx, value.binding, value.hash);
    if (holder !== value.caseId) throw new DuplicateError(value.binding);
  },

  async release(tx, caseId, binding) {
    await drop(tx, uniqueValueTable, binding === undefined ? { caseId } : { caseId, binding });
  },

  ofCase: (tx, caseId) => find(tx, uniqueValueTable, { caseId }),

  async holder(tx, binding, hash) {
    return (await one(tx, uniqueValueTable, { binding, hash }))?.caseId ?? null;
  },
};
