import { at, id, primary, text } from '../columns.ts';
import type { At, Setup } from '../records/index.ts';
import { findOne, insert, remove, utc } from '../rows.ts';
import { atMost } from '../sql/index.ts';
import { table } from '../table.ts';
import type { Tx } from '../tx.ts';

/** One-time links that make a first user. */
export const setupTable = table<Setup>('setups', {
  tokenHash: primary(text(64)),
  organisationId: id(),
  role: id(),
  expiresAt: at(),
});

/** One-time links, by the hash of their token. */
export const setups = {
  /** Any earlier link of the organisation is void. */
  async open(tx: Tx, setup: Setup): Promise<void> {
    await remove(tx, setupTable, { organisationId: setup.organisationId });
    await insert(tx, setupTable, setup);
  },

  get: (tx: Tx, tokenHash: string): Promise<Setup | null> => findOne(tx, setupTable, { tokenHash }),
  /** False = somebody was quicker, or there is no such link. */
  use: async (tx: Tx, tokenHash: string): Promise<boolean> =>
    (await remove(tx, setupTable, { tokenHash })) === 1,
  sweep: (tx: Tx, now: At): Promise<number> => remove(tx, setupTable, { expiresAt: atMost(utc(now)) }),
};
