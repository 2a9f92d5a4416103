import { secondFactorTable } from '../models/second-factors.ts';
import { below, change, drop, insert, one } from '../rows.ts';
import type { SecondFactorRepository } from '../signatures/index.ts';

export const secondFactors: SecondFactorRepository = {
  get: (tx, userId) => one(tx, secondFactorTable, { userId }),

  async begin(tx, factor) {
    await drop(tx, secondFactorTable, { userId: factor.userId, confirmed: false });
    await insert(tx, secondFactorTable, factor);
  },

  advance: async (tx, userId, step) =>
    (await change(
      tx,
      secondFactorTable,
      { userId, lastStep: below(step) },
      { lastStep: step, confirmed: true },
    )) === 1,

  async remove(tx, userId) {
    await drop(tx, secondFactorTable, { userId });
  },
};
