import { strikeTable } from '../models/strikes.ts';
import { drop, find, insertNew } from '../rows.ts';
import type { StrikeRepository } from '../signatures/index.ts';

export const strikes: StrikeRepository = {
  list: (tx, caseId) => find(tx, strikeTable, { caseId }, { order: ['section', 'row'] }),

  async add(tx, given) {
    for (const strike of given) await insertNew(tx, strikeTable, strike);
  },

  async remove(tx, caseId, rows) {
    for (const { section, row } of rows) await drop(tx, strikeTable, { caseId, section, row });
  },
};
