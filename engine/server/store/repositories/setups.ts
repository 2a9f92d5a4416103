import { setupTable } from '../models/setups.ts';
import { atMost, drop, insert, one, utc } from '../rows.ts';
import type { SetupRepository } from '../signatures/index.ts';

export const setups: SetupRepository = {
  async open(tx, setup) {
    await drop(tx, setupTable, { organisationId: setup.organisationId });
    await insert(tx, setupTable, setup);
  },

  get: (tx, tokenHash) => one(tx, setupTable, { tokenHash }),
  use: async (tx, tokenHash) => (await drop(tx, setupTable, { tokenHash })) === 1,
  sweep: (tx, now) => drop(tx, setupTable, { expiresAt: atMost(utc(now)) }),
};
